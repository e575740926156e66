// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/chronicle.h"

#include <array>
#include <utility>

namespace relay::admin {

namespace {

//! Orders that are events, and what they are called there.
constexpr std::array<std::pair<const char *, const char *>, 8> kEventOrders { {
    { "connections.kick", "kick" },
    { "deny.add", "deny" },
    { "deny.remove", "deny" },
    { "action.undo", "deny" },
    { "tap.open", "tap" },
    { "server.reload", "reload" },
    { "server.drain", "drain" },
    { "log.level", "log" },
} };

Event eventOf(const AuditRecord &order, const char *code)
{
    const QString target = order.target.isEmpty() ? QString() : QLatin1Char(' ') + order.target;
    const QString why = order.reason.isEmpty() ? QString() : QStringLiteral(": ") + order.reason;
    return { .level = EventLevel::Info,
             .code = QLatin1String(code),
             .text = order.action + target + QStringLiteral(" by ") + order.user + why,
             .data = { { QStringLiteral("action"), order.action },
                       { QStringLiteral("target"), order.target },
                       { QStringLiteral("user"), order.user },
                       { QStringLiteral("reason"), order.reason } } };
}

} // namespace

Chronicle::Chronicle(const stats::Ledger &ledger, MomentClock clock)
    : m_ledger(ledger)
    , m_clock(std::move(clock))
    , m_events(m_clock)
{
}

void Chronicle::tick()
{
    m_history.sample(m_ledger, m_clock().wall);
    m_events.tick();
}

void Chronicle::audit(const Asker &asker, const QString &method, const QJsonObject &params, const Outcome &outcome)
{
    const AuditRecord &order = m_orders.record(m_clock(), asker, method, params, outcome);
    const bool wouldDoNothing = params.value(QLatin1String("dryRun")).toBool();
    if (order.isRefused || wouldDoNothing)
        return;
    for (const auto &[name, code] : kEventOrders) {
        if (method == QLatin1String(name))
            m_events.note(eventOf(order, code));
    }
}

} // namespace relay::admin
