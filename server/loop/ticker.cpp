// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/ticker.h"

#include <QtGlobal>

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace relay::loop {

Ticker::Ticker(EpollSet &set, std::int64_t everyMs)
    : m_set(set)
    , m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
{
    const timespec every { .tv_sec = everyMs / 1000, .tv_nsec = everyMs % 1000 * 1'000'000 };
    const itimerspec times { .it_interval = every, .it_value = every };
    if (!m_timer.isOpen() || ::timerfd_settime(m_timer.get(), 0, &times, nullptr) != 0
        || !m_set.add(m_timer.get(), EPOLLIN, this))
        qFatal("no descriptor left for a timer");
}

Ticker::~Ticker()
{
    m_set.remove(m_timer.get());
}

void Ticker::handleEvents(std::uint32_t)
{
    std::uint64_t times = 0;
    m_isDue = ::read(m_timer.get(), &times, sizeof times) == ssize_t(sizeof times);
}

} // namespace relay::loop
