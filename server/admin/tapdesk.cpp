// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/tapdesk.h"

#include "common/admin/acts.h"
#include "common/topic/kind.h"

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr QLatin1String kGone("gone");

Error notHere(const TapOrder &order)
{
    return { ErrorClass::NotFound,
             order.connection != 0
                 ? QStringLiteral("There is no connection %1.").arg(order.connection)
                 : QStringLiteral("Nobody is on the topic \"%1\".").arg(QString::fromUtf8(order.topic)) };
}

} // namespace

QString OpenTap::target() const
{
    return connection != 0 ? QStringLiteral("connection %1").arg(connection)
                           : QStringLiteral("topic ") + QString::fromUtf8(topic);
}

QLatin1String OpenTap::direction() const
{
    if (spec.in && spec.out)
        return QLatin1String("both");
    return spec.in ? QLatin1String("in") : QLatin1String("out");
}

TapDesk::TapDesk(stats::Ledger &ledger, stats::Control &control, TapPolicy policy, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_control(control)
    , m_policy(std::move(policy))
    , m_wayHome(std::make_shared<ReturnPath>(this))
{
    m_ledger.addListener(this);
}

TapDesk::~TapDesk()
{
    m_wayHome->close();
    m_ledger.removeListener(this);
}

std::variant<stats::TapId, Error> TapDesk::open(const TapOrder &order, const Identity &by, TapOwner &owner,
                                                const Moment &now)
{
    QByteArray topic = order.topic;
    if (order.connection != 0) {
        const stats::ConnectionEntry *entry = m_ledger.find(order.connection);
        if (!entry)
            return notHere(order);
        topic = entry->facts.topic;
    }
    if (auto fault = faultOf(order, topic))
        return *std::move(fault);
    OpenTap tap;
    tap.id = ++m_lastId;
    tap.by = by;
    tap.connection = order.connection;
    tap.topic = topic;
    tap.spec = order.spec;
    tap.spec.id = tap.id;
    tap.spec.connection = order.connection;
    tap.spec.topic = topic;
    tap.openedAt = now.wall;
    tap.endsAt = now.wall + order.maxMs;
    tap.endsSteady = now.steady + order.maxMs;
    tap.maxMessages = order.maxMessages;
    m_owners[tap.id] = &owner;
    m_taps[tap.id] = std::move(tap);
    this->order();
    return m_lastId;
}

std::optional<Error> TapDesk::faultOf(const TapOrder &order, const QByteArray &topic) const
{
    if (!isOn())
        return Error { ErrorClass::NotPermitted,
                       QStringLiteral("Taps are switched off here. To allow them start relayd with --taps on, or with "
                                      "--taps TOPIC for some topics only, such as --taps '/out/demo-*'.") };
    const stats::TopicEntry *entry = m_ledger.findTopic(topic);
    if (!entry)
        return notHere(order);
    const stats::ConnectionEntry *connection = m_ledger.find(order.connection);
    const auto isShell = [](stats::Role role) { return role == stats::Role::Host || role == stats::Role::Client; };
    if (entry->kind == stats::Kind::Stream || (connection && isShell(connection->facts.role)))
        return Error { ErrorClass::NotPermitted,
                       QStringLiteral("What streams and shells carry is nobody's to see: they cannot be tapped.") };
    if (std::none_of(m_policy.patterns.begin(), m_policy.patterns.end(),
                     [&](const QByteArray &pattern) { return topic::matches(topic, pattern); }))
        return Error { ErrorClass::NotPermitted,
                       QStringLiteral("The topic \"%1\" may not be tapped; relayd was started with --taps %2.")
                           .arg(QString::fromUtf8(topic), QString::fromUtf8(m_policy.patterns.join(','))) };
    if (m_taps.size() >= std::size_t(tap::kMaxOpen))
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("%1 taps are open, which is as many as may be. Who has them, the list of taps "
                                      "tells.")
                           .arg(m_taps.size()) };
    const auto ofTopic
        = std::count_if(m_taps.begin(), m_taps.end(), [&](const auto &other) { return other.second.topic == topic; });
    if (ofTopic >= tap::kMaxOfTopic)
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("%1 taps are open on the topic \"%2\", which is as many as may be.")
                           .arg(ofTopic)
                           .arg(QString::fromUtf8(topic)) };
    return std::nullopt;
}

void TapDesk::close(stats::TapId id, QLatin1String reason)
{
    end(id, reason, false);
}

bool TapDesk::countSent(stats::TapId id)
{
    const auto tap = m_taps.find(id);
    return tap != m_taps.end() && ++tap->second.messages >= std::uint64_t(tap->second.maxMessages);
}

const OpenTap *TapDesk::find(stats::TapId id) const
{
    const auto found = m_taps.find(id);
    return found == m_taps.end() ? nullptr : &found->second;
}

void TapDesk::advance(const Moment &now)
{
    if (m_taps.empty())
        return;
    std::vector<stats::TapId> over;
    for (const auto &[id, tap] : m_taps) {
        if (now.steady >= tap.endsSteady)
            over.push_back(id);
    }
    for (const stats::TapId id : over)
        end(id, QLatin1String("time"), true);
    if (m_taps.empty())
        return;
    m_control.collectTaps([this, home = m_wayHome](std::vector<stats::TapRecord> records) {
        if (records.empty())
            return;
        const auto moved = std::make_shared<std::vector<stats::TapRecord>>(std::move(records));
        home->post([this, moved] { take(std::move(*moved)); });
    });
}

void TapDesk::take(std::vector<stats::TapRecord> records)
{
    for (stats::TapRecord &record : records) {
        if (const auto owner = m_owners.find(record.tap); owner != m_owners.end())
            owner->second->tapped(std::move(record));
    }
}

void TapDesk::connectionClosed(stats::ConnectionId id)
{
    std::vector<stats::TapId> over;
    for (const auto &[tapId, tap] : m_taps) {
        if (tap.connection == id)
            over.push_back(tapId);
    }
    for (const stats::TapId tap : over)
        end(tap, kGone, true);
}

void TapDesk::topicGone(const QByteArray &topic)
{
    std::vector<stats::TapId> over;
    for (const auto &[id, tap] : m_taps) {
        if (tap.connection == 0 && tap.topic == topic)
            over.push_back(id);
    }
    for (const stats::TapId id : over)
        end(id, kGone, true);
}

void TapDesk::end(stats::TapId id, QLatin1String reason, bool tells)
{
    const auto tap = m_taps.extract(id);
    if (tap.empty())
        return;
    const auto owner = m_owners.extract(id);
    order();
    if (m_ended)
        m_ended(tap.mapped(), reason);
    if (tells)
        owner.mapped()->tapEnded(reason);
}

void TapDesk::order()
{
    std::vector<stats::TapSpec> specs;
    for (const auto &[id, tap] : m_taps)
        specs.push_back(tap.spec);
    m_control.setTaps(std::move(specs));
}

} // namespace relay::admin
