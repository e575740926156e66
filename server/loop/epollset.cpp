// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/epollset.h"

#include <QtGlobal>

#include <array>
#include <utility>

#include <sys/epoll.h>

namespace relay::loop {

EpollSet::EpollSet(std::function<void()> endOfPass)
    : m_endOfPass(std::move(endOfPass))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isOpen())
        qFatal("epoll_create1 failed: no descriptor left for the event loop");
}

bool EpollSet::add(int fd, std::uint32_t events, EpollHandler *handler)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = handler;
    return epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void EpollSet::modify(int fd, std::uint32_t events, EpollHandler *handler)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = handler;
    epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void EpollSet::remove(int fd)
{
    epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

int EpollSet::pass(Wait wait)
{
    std::array<epoll_event, kEventsPerPass> events;
    const int count = epoll_wait(m_epoll.get(), events.data(), kEventsPerPass, wait == Wait::ForEvent ? -1 : 0);
    if (count > 0 && m_beginOfPass)
        m_beginOfPass();
    for (int i = 0; i < count; ++i)
        static_cast<EpollHandler *>(events[std::size_t(i)].data.ptr)->handleEvents(events[std::size_t(i)].events);
    if (count > 0)
        m_endOfPass();
    return count;
}

} // namespace relay::loop
