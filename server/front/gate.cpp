// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/gate.h"

#include "server/front/upgrade.h"
#include "server/http/response.h"
#include "server/loop/clock.h"

#include <utility>

namespace relay::front {

namespace {

// Undecided at once; more wait in the kernel's queue until these have spoken. Those that keep silent for longer than
// kPatienceMs meanwhile have to give way, so that a crowd of them holds up nobody for long.
constexpr std::size_t kMaxUndecided = 512;
constexpr std::int64_t kPatienceMs = 1000;
constexpr int kSweepMs = 250;
constexpr qsizetype kMaxUserAgent = 256;

template <typename... Handlers> struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

QString cleaned(const QByteArray &userAgent)
{
    QString text = QString::fromUtf8(userAgent.left(kMaxUserAgent));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text;
}

QString addressText(const QHostAddress &peer, quint16 port)
{
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4);
    const QString host = isIpv4 ? QHostAddress(ipv4).toString() : u'[' + peer.toString() + u']';
    return host + u':' + QString::number(port);
}

stats::Role roleOf(const topic::Address &address)
{
    if (!address.mayWrite)
        return stats::Role::Subscriber;
    return address.path == address.topic ? stats::Role::Both : stats::Role::Publisher;
}

} // namespace

Gate::Gate(GateOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_set([this] { endOfPass(); }, this)
    , m_listener(m_set, [this](Accepted accepted) { admitVisitor(std::move(accepted)); }, this)
    , m_nowMs(loop::monotonicMs())
{
    m_sweep.setInterval(kSweepMs);
    connect(&m_sweep, &QTimer::timeout, this, &Gate::sweep);
    m_sweep.start();
}

Gate::~Gate() = default;

void Gate::stop()
{
    m_listener.stop();
    m_visitors.clear();
    m_left.clear();
}

void Gate::admitVisitor(Accepted accepted)
{
    m_nowMs = loop::monotonicMs();
    auto owned = std::make_unique<Visitor>(std::move(accepted), host());
    Visitor &visitor = *owned;
    if (!visitor.start())
        return; // no room to watch it; closing it is all that is left
    m_visitors.emplace(&visitor, std::move(owned));
    const auto inUse = m_options.openDescriptors->load(std::memory_order_relaxed) + int(m_visitors.size());
    if (inUse > m_options.maxConnections)
        visitor.reply(http::refusal(503, "the relay has no room for another connection; try again later", "Retry-After: 5\r\n"));
    if (m_visitors.size() >= kMaxUndecided)
        m_listener.setPaused(true);
}

void Gate::headArrived(Visitor &visitor, http::RequestHead head)
{
    using Purpose = worker::Arrival::Purpose;
    const Route route = decide(head, m_options.policy);
    std::visit(Overloaded {
                   [&](const UpgradeRoute &upgrade) { handOver(visitor, std::move(head), upgrade.address, Purpose::Topic, false); },
                   [&](const StatsRoute &) {
                       const topic::Address address {.path = "/ws", .topic = "/ws", .mayRead = true, .mayWrite = false};
                       handOver(visitor, std::move(head), address, Purpose::Stats, false);
                   },
                   [&](const IngestRoute &ingest) {
                       topic::Address address = ingest.address;
                       address.mayRead = false;
                       handOver(visitor, std::move(head), address, Purpose::Ingest, ingest.expectsContinue);
                   },
                   [&](const ReplyRoute &reply) { visitor.reply(reply.bytes); },
               },
               route);
}

void Gate::handOver(Visitor &visitor, http::RequestHead head, const topic::Address &address, worker::Arrival::Purpose purpose,
                    bool expectsContinue)
{
    worker::Arrival arrival;
    arrival.purpose = purpose;
    arrival.expectsContinue = expectsContinue;
    if (purpose != worker::Arrival::Purpose::Ingest)
        arrival.handshake = handshakeHead(head);
    arrival.rest = visitor.received().mid(head.size);
    arrival.peer = visitor.peer();
    arrival.peerPort = visitor.peerPort();
    arrival.facts = {.id = ++m_lastId,
                     .topic = address.topic,
                     .path = address.path,
                     .role = purpose == worker::Arrival::Purpose::Ingest ? stats::Role::Publisher : roleOf(address),
                     .kind = topic::kindOfTopic(address.topic, purpose == worker::Arrival::Purpose::Ingest, m_options.kinds),
                     .transport = purpose == worker::Arrival::Purpose::Ingest ? stats::Transport::Http : stats::Transport::Ws,
                     .mayRead = address.mayRead,
                     .mayWrite = address.mayWrite,
                     .address = addressText(arrival.peer, arrival.peerPort),
                     .userAgent = cleaned(head.header("user-agent")),
                     .bookingId = {},
                     .scopes = {},
                     .openedAt = loop::wallMs()};
    arrival.head = std::move(head);
    arrival.descriptor = std::move(visitor.release().descriptor);
    m_options.openDescriptors->fetch_add(1);
    m_options.admit(std::move(arrival));
}

void Gate::left(Visitor &visitor)
{
    m_left.push_back(&visitor);
}

void Gate::endOfPass()
{
    for (Visitor *visitor : m_left)
        m_visitors.erase(visitor);
    m_left.clear();
    if (m_visitors.size() < kMaxUndecided)
        m_listener.setPaused(false);
}

void Gate::sweep()
{
    m_nowMs = loop::monotonicMs();
    const bool isCrowded = m_visitors.size() >= kMaxUndecided;
    for (const auto &[visitor, owned] : m_visitors) {
        visitor->sweep();
        if (isCrowded)
            visitor->evictIfOlderThan(kPatienceMs);
    }
    endOfPass();
}

} // namespace relay::front
