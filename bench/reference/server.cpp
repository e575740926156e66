// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/server.h"

#include "bench/reference/digest.h"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay::reference {

namespace {

constexpr std::size_t kReadAtOnce = 256 * 1024;
constexpr std::size_t kMaxBacklog = 8 * 1024 * 1024; // a reader that has more waiting loses whole batches
constexpr std::uint8_t kOpcodeClose = 8;

int checked(int result, const char *what)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category(), what);
    return result;
}

std::string_view between(std::string_view text, std::string_view before, std::string_view after)
{
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + before.size());
    return text.substr(0, text.find(after));
}

} // namespace

Server::Server(std::uint16_t port, bool usesRing)
    : m_epoll(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll"))
    , m_listener(checked(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket"))
    , m_buffer(kReadAtOnce)
    , m_ring(usesRing ? std::make_unique<Ring>() : nullptr)
{
    const int on = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    checked(::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), "bind");
    checked(::listen(m_listener, SOMAXCONN), "listen");
    epoll_event event { .events = EPOLLIN, .data = { .ptr = nullptr } };
    checked(::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event), "epoll_ctl");
}

void Server::run()
{
    std::array<epoll_event, 256> events;
    while (true) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[std::size_t(i)];
            if (!event.data.ptr) {
                acceptAll();
                continue;
            }
            Peer &peer = *static_cast<Peer *>(event.data.ptr);
            if (peer.fd >= 0 && (event.events & EPOLLOUT) != 0)
                sendBacklog(peer);
            if (peer.fd >= 0 && (event.events & ~std::uint32_t(EPOLLOUT)) != 0)
                readable(peer);
        }
        endPass();
    }
}

void Server::acceptAll()
{
    int fd = -1;
    while ((fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const auto &peer = m_peers[fd] = std::make_unique<Peer>();
        peer->fd = fd;
        epoll_event event { .events = EPOLLIN, .data = { .ptr = peer.get() } };
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }
}

void Server::readable(Peer &peer)
{
    const ssize_t count = ::recv(peer.fd, m_buffer.data(), m_buffer.size(), 0);
    if (count <= 0) {
        if (count == 0 || errno != EAGAIN)
            drop(peer);
        return;
    }
    const std::span<const char> fresh(m_buffer.data(), std::size_t(count));
    if (peer.topic && peer.input.empty()) {
        const std::size_t used = takeFrames(peer, fresh);
        peer.input.assign(fresh.begin() + std::ptrdiff_t(used), fresh.end());
        return;
    }
    peer.input.append(fresh.data(), fresh.size());
    if (!peer.topic)
        answerRequest(peer);
    if (peer.topic)
        peer.input.erase(0, takeFrames(peer, peer.input));
}

void Server::answerRequest(Peer &peer)
{
    constexpr std::string_view kEnd = "\r\n\r\n";
    const std::size_t end = peer.input.find(kEnd);
    if (end == std::string::npos)
        return;
    const std::string_view head = std::string_view(peer.input).substr(0, end + 2);
    std::string path(between(head, " ", " "));
    peer.writes = !path.starts_with("/out/");
    peer.reads = !path.starts_with("/in/");
    if (!peer.reads)
        path.replace(0, 4, "/out/");
    const std::string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: "
        + acceptValue(between(head, "Sec-WebSocket-Key: ", "\r")) + "\r\n\r\n";
    peer.input = peer.input.substr(end + kEnd.size()); // anew, since a connection that waits should hold nothing
    m_topics[path].join(peer);
    send(peer, answer);
}

std::size_t Server::takeFrames(Peer &peer, std::span<const char> input)
{
    std::size_t used = 0;
    while (true) {
        const auto rest = input.subspan(used);
        const FrameHead head = readHead(rest);
        if (head.headSize == 0 || rest.size() - head.headSize < head.payloadSize)
            return used;
        if (head.opcode == kOpcodeClose) {
            drop(peer);
            return input.size();
        }
        if (head.opcode < kOpcodeClose && peer.writes
            && peer.topic->publish(peer, head, rest.subspan(head.headSize, head.payloadSize)))
            m_dirty.push_back(peer.topic);
        used += head.headSize + head.payloadSize;
    }
}

void Server::send(Peer &peer, std::span<const char> bytes)
{
    if (peer.backlog.empty()) {
        const ssize_t taken = ::send(peer.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        sent(peer, bytes, taken, errno);
    } else if (peer.backlog.size() - peer.sentOfBacklog < kMaxBacklog) {
        peer.backlog.append(bytes.data(), bytes.size());
    }
}

// What the socket did not take waits.
void Server::sent(Peer &peer, std::span<const char> bytes, ssize_t taken, int error)
{
    if (taken == ssize_t(bytes.size()) || (taken < 0 && error != EAGAIN))
        return; // of an error epoll tells, too
    const std::size_t done = taken > 0 ? std::size_t(taken) : 0;
    peer.backlog.append(bytes.data() + done, bytes.size() - done);
    watch(peer, true);
}

void Server::sendBacklog(Peer &peer)
{
    const auto rest = std::string_view(peer.backlog).substr(peer.sentOfBacklog);
    const ssize_t taken = ::send(peer.fd, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (taken > 0)
        peer.sentOfBacklog += std::size_t(taken);
    if (peer.sentOfBacklog == peer.backlog.size())
        watch(peer, false);
    else if (peer.sentOfBacklog < kReadAtOnce)
        return;
    peer.backlog.erase(0, std::exchange(peer.sentOfBacklog, 0));
}

void Server::watch(Peer &peer, bool alsoWritable)
{
    if (peer.isWaiting == alsoWritable)
        return;
    peer.isWaiting = alsoWritable;
    epoll_event event { .events = EPOLLIN | (alsoWritable ? std::uint32_t(EPOLLOUT) : 0U), .data = { .ptr = &peer } };
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.fd, &event);
}

void Server::drop(Peer &peer)
{
    if (peer.topic)
        peer.topic->leave(peer);
    m_dropped.push_back(std::move(m_peers.extract(peer.fd).mapped())); // events of this pass may still name it
    ::close(std::exchange(peer.fd, -1));
}

void Server::endPass()
{
    const auto give = [this](Peer &peer, std::span<const char> bytes) {
        if (m_ring && peer.backlog.empty())
            m_ring->add(peer, bytes);
        else
            send(peer, bytes);
    };
    for (Topic *topic : m_dirty)
        topic->flush(give);
    if (m_ring)
        m_ring->submit([this](Peer &peer, std::span<const char> bytes, int result) {
            sent(peer, bytes, result, result < 0 ? -result : 0);
        });
    for (Topic *topic : m_dirty)
        topic->clear();
    m_dirty.clear();
    m_dropped.clear();
}

} // namespace relay::reference
