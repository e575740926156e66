// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/terminator.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace relay::app {

Terminator::Terminator(Hangup hangup, QObject *parent)
    : QObject(parent)
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of the write, not the end
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    if (hangup == Hangup::Reloads)
        sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_descriptor = loop::Descriptor(signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC));
    m_notifier = new QSocketNotifier(m_descriptor.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Terminator::take);
}

Terminator::~Terminator()
{
    delete m_notifier;
}

void Terminator::take()
{
    signalfd_siginfo info {};
    while (::read(m_descriptor.get(), &info, sizeof info) == ssize_t(sizeof info)) {
        if (info.ssi_signo == SIGHUP)
            Q_EMIT reloadAsked();
        else
            Q_EMIT asked();
    }
}

} // namespace relay::app
