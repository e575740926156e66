// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/epollset.h"

#include <QtGlobal>

#include <array>
#include <bit>
#include <utility>

#include <sys/epoll.h>

namespace relay::loop {

namespace {

// The lowest bit of a handler's address tells that it is last: it is never set otherwise.
constexpr std::uint64_t kLast = 1;
static_assert(alignof(EpollHandler) > kLast);

std::uint64_t tagged(EpollHandler *handler, EpollSet::Turn turn)
{
    return std::uint64_t(std::bit_cast<std::uintptr_t>(handler)) | (turn == EpollSet::Turn::Last ? kLast : 0);
}

bool isLast(const epoll_event &event)
{
    return (event.data.u64 & kLast) != 0;
}

void handle(const epoll_event &event)
{
    std::bit_cast<EpollHandler *>(std::uintptr_t(event.data.u64 & ~kLast))->handleEvents(event.events);
}

} // namespace

EpollSet::EpollSet(std::function<void()> endOfPass)
    : m_endOfPass(std::move(endOfPass))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isOpen())
        qFatal("epoll_create1 failed: no descriptor left for the event loop");
}

bool EpollSet::add(int fd, std::uint32_t events, EpollHandler *handler, Turn turn)
{
    epoll_event event {};
    event.events = events;
    event.data.u64 = tagged(handler, turn);
    return epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void EpollSet::modify(int fd, std::uint32_t events, EpollHandler *handler)
{
    epoll_event event {};
    event.events = events;
    event.data.u64 = tagged(handler, Turn::AsListed);
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
    bool hasLast = false;
    for (int i = 0; i < count; ++i) {
        if (isLast(events[std::size_t(i)]))
            hasLast = true;
        else
            handle(events[std::size_t(i)]);
    }
    for (int i = 0; hasLast && i < count; ++i) {
        if (isLast(events[std::size_t(i)]))
            handle(events[std::size_t(i)]);
    }
    if (count > 0)
        m_endOfPass();
    return count;
}

} // namespace relay::loop
