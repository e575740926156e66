// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/connector.h"

#include "bench/load/wire.h"

#include <array>
#include <string_view>

#include <sys/epoll.h>
#include <unistd.h>

namespace relay::load {

namespace {

constexpr std::size_t kAtOnce = 64;
constexpr int kPatienceMs = 10'000;
// The example of RFC 6455, section 1.3; no server may care that everybody uses the same key.
constexpr std::string_view kKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view kAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

} // namespace

Connector::Connector(int port, Transport transport)
    : m_port(port)
    , m_transport(transport)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

Connector::~Connector()
{
    ::close(m_epoll);
}

void Connector::open(std::span<Peer> peers)
{
    std::size_t started = 0, opened = 0;
    std::array<epoll_event, kAtOnce> events;
    while (opened < peers.size()) {
        while (started < peers.size() && started - opened < kAtOnce)
            start(peers[started++]);
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), kPatienceMs);
        if (count == 0)
            throw Failure("only " + std::to_string(opened) + " of " + std::to_string(peers.size())
                          + " connections could be opened");
        for (int i = 0; i < count; ++i) {
            Peer &peer = *static_cast<Peer *>(events[std::size_t(i)].data.ptr);
            if (peer.isShaking)
                shakeHands(peer);
            else if (peer.isWaiting)
                request(peer);
            else if (readAnswer(peer))
                ++opened;
            if (peer.isOpen)
                ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, peer.wire.descriptor(), nullptr);
            else
                watch(peer, false);
        }
    }
}

void Connector::start(Peer &peer)
{
    peer.wire = Wire(m_port, m_transport, peer.role == Role::Slow);
    peer.isShaking = m_transport == Transport::Tls;
    peer.isWaiting = true;
    watch(peer, true);
}

void Connector::watch(Peer &peer, bool isNew)
{
    epoll_event event { .events = peer.isWaiting ? std::uint32_t(EPOLLOUT) : std::uint32_t(EPOLLIN),
                        .data = { .ptr = &peer } };
    ::epoll_ctl(m_epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, peer.wire.descriptor(), &event);
}

void Connector::shakeHands(Peer &peer) const
{
    const Wire::Wants wants = peer.wire.shakeHands();
    peer.isShaking = wants != Wire::Wants::Nothing;
    peer.isWaiting = wants != Wire::Wants::Read;
}

void Connector::request(Peer &peer) const
{
    const std::string text = "GET " + peer.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + std::string(kKey) + "\r\n\r\n";
    if (peer.wire.send(text) != ssize_t(text.size()))
        throw Failure("a new connection did not take a request");
    peer.isWaiting = false;
}

bool Connector::readAnswer(Peer &peer) const
{
    std::array<char, 4096> buffer;
    const ssize_t count = peer.wire.receive(buffer);
    if (count < 0)
        return false;
    peer.head.append(buffer.data(), std::size_t(count));
    const std::size_t end = peer.head.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    if (!peer.head.starts_with("HTTP/1.1 101 ") || peer.head.find(kAccept) == std::string::npos)
        throw Failure("the server refused " + peer.path + ": " + peer.head.substr(0, peer.head.find('\r')));
    std::span<const char> rest(peer.head.data() + end + 4, peer.head.size() - end - 4);
    if (peer.frames.next(rest) == FrameReader::Event::Message)
        throw Failure("a message came before one was sent");
    peer.head = {};
    peer.isOpen = true;
    return true;
}

} // namespace relay::load
