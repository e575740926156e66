// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolworld.h"

#include "common/ws/frameencoder.h"

#include <QSemaphore>
#include <QtGlobal>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay::tests {

namespace {

constexpr int kLongMs = 30'000; // only a test that fails waits for so long

constexpr char kUpgrade[] = "GET /t HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

http::RequestHead uploadHead()
{
    http::RequestHead head;
    head.method = "POST";
    head.target = head.path = "/in/t";
    head.headers = { { "host", "localhost" }, { "transfer-encoding", "chunked" } };
    return head;
}

std::string masked(ws::Opcode opcode, std::string_view payload)
{
    const std::array<std::uint8_t, 4> key {}; // of zeros: the payload stays as it is
    std::array<char, ws::kMaxHeader> header;
    const std::size_t length = ws::encodeMaskedHeader(header, opcode, payload.size(), key);
    return std::string(header.data(), length).append(payload);
}

} // namespace

Client::Client(stats::ConnectionId connectionId, int descriptor)
    : id(connectionId)
    , m_socket(descriptor)
{
}

void Client::send(std::string_view bytes)
{
    [[maybe_unused]] const auto sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void Client::sendText(std::string_view text, int times)
{
    const std::string frame = masked(ws::Opcode::Text, text);
    std::string frames;
    for (int i = 0; i < times; ++i)
        frames += frame;
    send(frames);
}

bool Client::readMore()
{
    pollfd waiting { m_socket.get(), POLLIN, 0 };
    if (::poll(&waiting, 1, kLongMs) != 1)
        return false;
    char buffer[4096];
    const ssize_t count = ::recv(m_socket.get(), buffer, sizeof buffer, 0);
    if (count > 0)
        received.append(buffer, std::size_t(count));
    return count > 0;
}

bool Client::waitFor(std::string_view needle)
{
    while (received.find(needle) == std::string::npos) {
        if (!readMore())
            return false;
    }
    return true;
}

bool Client::waitForEnd()
{
    while (readMore()) { }
    pollfd waiting { m_socket.get(), POLLIN, 0 };
    return ::poll(&waiting, 1, 0) == 1; // at the end, and not only silent
}

bool Client::isClosedWith(std::uint16_t code, std::string_view reason)
{
    const std::string frame = ws::encodeClose(code, reason);
    if (!waitFor(frame))
        return false;
    send(masked(ws::Opcode::Close, std::string_view(frame).substr(2, 2)));
    return waitForEnd() && received.ends_with(frame);
}

PoolWorld::PoolWorld(worker::PoolOptions options)
{
    options.report = [this](const stats::Report &report) { take(report); };
    options.statsRequested = [this](int, stats::ConnectionId id) {
        const std::scoped_lock lock(m_mutex);
        m_requests.push_back(id);
    };
    options.gone = [this](stats::ConnectionId id) {
        const std::scoped_lock lock(m_mutex);
        ++m_gone[id];
    };
    m_pool = std::make_unique<worker::WorkerPool>(std::move(options));
}

PoolWorld::~PoolWorld() = default;

std::unique_ptr<Client> PoolWorld::connectClient(const Plan &plan)
{
    std::unique_ptr<Client> client;
    adopt(makeArrival(plan, client));
    return client;
}

worker::Arrival PoolWorld::makeArrival(const Plan &plan, std::unique_ptr<Client> &client)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        qFatal("no socket pair");
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    client = std::make_unique<Client>(++m_lastId, ends[1]);
    worker::Arrival arrival;
    arrival.descriptor = loop::Descriptor(ends[0]);
    arrival.purpose = plan.purpose;
    if (plan.purpose == worker::Arrival::Purpose::Ingest)
        arrival.head = uploadHead();
    else
        arrival.handshake = plan.isHeadRight ? QByteArray(kUpgrade) : QByteArray(kUpgrade).replace("websocket", "h2c");
    arrival.peer = QHostAddress::LocalHost;
    arrival.facts.id = client->id;
    arrival.facts.topic = arrival.facts.path = plan.topic;
    arrival.facts.mayRead = plan.mayRead;
    arrival.facts.mayWrite = plan.mayWrite;
    arrival.facts.expiresAt = plan.expiresAt;
    return arrival;
}

void PoolWorld::adopt(worker::Arrival arrival)
{
    m_pool->openDescriptors().fetch_add(1);
    m_pool->adopt(std::move(arrival));
}

std::shared_ptr<void> PoolWorld::block(int worker)
{
    struct Block
    {
        QSemaphore isBlocked;
        QSemaphore mayGoOn;
    };
    auto block = std::make_shared<Block>();
    constexpr stats::ConnectionId kNobody = 0;
    m_pool->close(worker, kNobody, 1000, {}, [block](bool) {
        block->isBlocked.release();
        block->mayGoOn.acquire();
    });
    block->isBlocked.acquire();
    return { nullptr, [block](void *) { block->mayGoOn.release(); } };
}

int PoolWorld::goneCount(stats::ConnectionId id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_gone.find(id);
    return found == m_gone.end() ? 0 : found->second;
}

std::size_t PoolWorld::goneCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_gone.size();
}

std::vector<std::string> PoolWorld::storyOf(stats::ConnectionId id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_stories.find(id);
    return found == m_stories.end() ? std::vector<std::string>() : found->second;
}

int PoolWorld::workerOf(stats::ConnectionId id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_workers.find(id);
    return found == m_workers.end() ? -1 : found->second;
}

std::vector<stats::ConnectionId> PoolWorld::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void PoolWorld::take(const stats::Report &report)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &event : report.events) {
        if (const auto *opened = std::get_if<stats::Opened>(&event)) {
            m_workers[opened->facts.id] = report.worker;
            m_stories[opened->facts.id].emplace_back("opened");
        } else {
            const auto &closed = std::get<stats::Closed>(event);
            m_stories[closed.id].push_back("closed " + std::to_string(closed.code));
        }
    }
}

} // namespace relay::tests
