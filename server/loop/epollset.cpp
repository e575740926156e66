// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/epollset.h"

#include <QSocketNotifier>

#include <array>
#include <utility>

#include <sys/epoll.h>

namespace relay::loop {

namespace {
constexpr int kEventsPerPass = 256;
// Passes in a row before Qt's timers and queued calls get their turn.
constexpr int kPassesPerWakeUp = 8;
} // namespace

EpollSet::EpollSet(std::function<void()> endOfPass, QObject *parent)
    : QObject(parent)
    , m_endOfPass(std::move(endOfPass))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isOpen())
        qFatal("epoll_create1 failed: no descriptor left for the event loop");
    m_notifier = new QSocketNotifier(m_epoll.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &EpollSet::dispatch);
}

EpollSet::~EpollSet()
{
    delete m_notifier;
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

void EpollSet::dispatch()
{
    for (int passes = 0; passes < kPassesPerWakeUp; ++passes) {
        // Fewer events than asked for: most likely nothing is left, and poll() tells if there is.
        if (pass() < kEventsPerPass && passes > 0)
            return;
    }
}

int EpollSet::pass()
{
    std::array<epoll_event, kEventsPerPass> events;
    const int count = epoll_wait(m_epoll.get(), events.data(), kEventsPerPass, 0);
    if (count > 0 && m_beginOfPass)
        m_beginOfPass();
    for (int i = 0; i < count; ++i)
        static_cast<EpollHandler *>(events[std::size_t(i)].data.ptr)->handleEvents(events[std::size_t(i)].events);
    if (count > 0)
        m_endOfPass();
    return count;
}

} // namespace relay::loop
