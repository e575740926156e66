// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/traffic.h"

#include "bench/load/clock.h"
#include "bench/load/wire.h"

#include <algorithm>
#include <array>
#include <utility>

#include <sys/epoll.h>
#include <unistd.h>

namespace relay::load {

namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;
constexpr std::size_t kWorthDiscarding = 32 * 1024;
constexpr int kLateAtOnce = 64; // messages by rate that are made up for before reading again

std::vector<Publisher> makePublishers(const Options &options)
{
    std::vector<Publisher> publishers;
    for (std::uint32_t i = 0; i < options.topics * options.publishers; ++i)
        publishers.emplace_back(options, i);
    return publishers;
}

} // namespace

Traffic::Traffic(const Options &options, std::span<Peer> peers)
    : m_options(options)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_publishers(makePublishers(options))
    , m_publishing(m_publishers.size())
    , m_delivery(m_options, m_publishers)
    , m_buffer(kReadAtOnce)
    , m_startNs(nowNs())
{
    for (Peer &peer : peers) {
        if (peer.publishes())
            m_publishing[peer.publisher] = &peer;
        if (peer.role == Role::Slow)
            continue;
        epoll_event event { .events = EPOLLIN, .data = { .ptr = &peer } };
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, peer.wire.descriptor(), &event);
    }
}

Traffic::~Traffic()
{
    ::close(m_epoll);
}

void Traffic::runUntil(std::int64_t endNs)
{
    while (nowNs() < endNs) {
        std::int64_t until = endNs;
        if (m_options.rate > 0)
            until = std::min(endNs, publishByRate());
        else
            publishByWindow();
        wait(until);
    }
}

void Traffic::drain()
{
    const auto patience = std::int64_t(m_options.patience * double(kSecond));
    std::uint64_t progress = m_delivery.count();
    for (std::int64_t giveUp = nowNs() + patience; m_delivery.count() < expected() && nowNs() < giveUp;) {
        wait(giveUp);
        if (std::exchange(progress, m_delivery.count()) != m_delivery.count())
            giveUp = nowNs() + patience;
    }
}

std::uint64_t Traffic::expected() const
{
    std::uint64_t published = 0;
    for (const Publisher &publisher : m_publishers)
        published += publisher.published();
    return published * m_options.receivers();
}

void Traffic::publishByWindow()
{
    const std::int64_t now = nowNs();
    for (std::size_t i = 0; i < m_publishers.size(); ++i) {
        if (!m_publishers[i].hasRoom())
            continue;
        while (m_publishers[i].hasRoom())
            m_publishers[i].publish(*m_publishing[i], now);
        sendUnsent(*m_publishing[i]);
    }
}

std::int64_t Traffic::publishByRate()
{
    // The publishers take turns. A late message has the time at which it was due, so that its wait counts.
    const double step = double(kSecond) / (m_options.rate * double(m_publishers.size()));
    std::int64_t due = 0;
    for (int i = 0; i < kLateAtOnce; ++i) {
        due = m_startNs + std::int64_t(double(m_due) * step);
        if (due > nowNs())
            break;
        const std::size_t turn = m_due++ % m_publishers.size();
        m_publishers[turn].publish(*m_publishing[turn], due);
        sendUnsent(*m_publishing[turn]);
    }
    return due;
}

void Traffic::sendUnsent(Peer &peer)
{
    const ssize_t sent = peer.wire.send(peer.unsent);
    if (sent > 0)
        peer.unsent.erase(0, std::size_t(sent));
    if (peer.isWaiting == !peer.unsent.empty())
        return;
    peer.isWaiting = !peer.unsent.empty();
    epoll_event event { .events = EPOLLIN | (peer.isWaiting ? std::uint32_t(EPOLLOUT) : 0U), .data = { .ptr = &peer } };
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.wire.descriptor(), &event);
}

void Traffic::wait(std::int64_t untilNs)
{
    std::array<epoll_event, 512> events;
    const std::int64_t left = std::max<std::int64_t>(untilNs - nowNs(), 0);
    const timespec timeout { .tv_sec = left / kSecond, .tv_nsec = left % kSecond };
    const int count = ::epoll_pwait2(m_epoll, events.data(), int(events.size()), &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[std::size_t(i)];
        Peer &peer = *static_cast<Peer *>(event.data.ptr);
        if ((event.events & EPOLLOUT) != 0)
            sendUnsent(peer);
        if ((event.events & ~std::uint32_t(EPOLLOUT)) != 0)
            readable(peer);
    }
}

// Over TLS until nothing is left that was opened already: the descriptor would not tell of that.
void Traffic::readable(Peer &peer)
{
    do {
        if (!readOnce(peer))
            return;
    } while (peer.wire.hasMore());
}

bool Traffic::readOnce(Peer &peer)
{
    if (peer.frames.dull() >= kWorthDiscarding) {
        const ssize_t count = peer.wire.discard(peer.frames.dull());
        peer.frames.skipped(count > 0 ? std::size_t(count) : 0);
        return count > 0;
    }
    const ssize_t count = peer.wire.receive(m_buffer);
    if (count < 0)
        return false;
    std::span<const char> input(m_buffer.data(), std::size_t(count));
    const std::int64_t now = nowNs();
    while (peer.frames.next(input) == FrameReader::Event::Message)
        m_delivery.take(peer, now);
    return true;
}

} // namespace relay::load
