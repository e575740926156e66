// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/signals.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace relay::client {

Signals::Signals(bool takesHangup)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (takesHangup)
        sigaddset(&signals, SIGHUP);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_descriptor = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Signals::take);
}

Signals::~Signals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void Signals::take()
{
    signalfd_siginfo info {};
    while (::read(m_descriptor, &info, sizeof info) == ssize_t(sizeof info)) {
        if (info.ssi_signo == SIGHUP) {
            Q_EMIT hungUp();
            continue;
        }
        sigset_t ending;
        sigemptyset(&ending);
        sigaddset(&ending, SIGINT);
        sigaddset(&ending, SIGTERM);
        sigprocmask(SIG_UNBLOCK, &ending, nullptr);
        Q_EMIT asked();
    }
}

} // namespace relay::client
