// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/chronicle.h"

#include <array>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kLookEvery = 990; // ms; ticks are not exact, and a missed one would skip a second

//! Orders that are events, and what they are called there.
constexpr std::array<std::pair<const char *, const char *>, 9> kEventOrders { {
    { "connections.kick", "kick" },
    { "deny.add", "deny" },
    { "deny.remove", "deny" },
    { "action.undo", "deny" },
    { "tap.open", "tap" },
    { "server.reload", "reload" },
    { "server.drain", "drain" },
    { "log.level", "log" },
    { "alerts.set", "alerts" },
} };

Event eventOf(const AuditRecord &order, QLatin1String code, const QJsonObject &params)
{
    const QString target = order.target.isEmpty() ? QString() : QLatin1Char(' ') + order.target;
    const QString why = order.reason.isEmpty() ? QString() : QStringLiteral(": ") + order.reason;
    QJsonObject data { { QStringLiteral("action"), order.action },
                       { QStringLiteral("target"), order.target },
                       { QStringLiteral("user"), order.user },
                       { QStringLiteral("reason"), order.reason } };
    addTarget(data, { order.targetKind, order.targetName });
    if (code == QLatin1String("log"))
        data.insert(QStringLiteral("level"), params.value(QLatin1String("level")));
    if (code == QLatin1String("drain"))
        data.insert(QStringLiteral("cancel"), params.value(QLatin1String("cancel")).toBool());
    return { .level = EventLevel::Info,
             .code = code,
             .text = order.action + target + QStringLiteral(" by ") + order.user + why,
             .data = data };
}

} // namespace

Chronicle::Chronicle(stats::Ledger &ledger, MomentClock clock)
    : m_ledger(ledger)
    , m_clock(std::move(clock))
    , m_events(m_clock)
    , m_spotter(ledger, m_events, m_clock)
    , m_alerts(m_clock, [this](const Alert &alert, bool isRaised) { noteAlert(alert, isRaised); })
    , m_measures(ledger)
{
    m_alerts.setRules(usualAlertRules());
}

void Chronicle::tick()
{
    const Moment now = m_clock();
    m_history.sample(m_ledger, now.wall);
    if (now.steady - m_lookedAt >= kLookEvery) {
        m_lookedAt = now.steady;
        const Vitals vitals = m_vitals ? m_vitals() : Vitals {};
        m_spotter.look(vitals);
        m_alerts.check(m_measures.take(m_alerts, vitals, now));
    }
    m_events.tick();
}

void Chronicle::noteAlert(const Alert &alert, bool isRaised)
{
    const AlertMetric &metric = kAlertMetrics.at(alert.metric);
    m_events.note({ .level = isRaised ? EventLevel::Warning : EventLevel::Info,
                    .code = isRaised ? QLatin1String("alert-raised") : QLatin1String("alert-cleared"),
                    .text = QStringLiteral("alert ") + alert.id + QStringLiteral(": ") + alert.text,
                    .data = { { QStringLiteral("alert"), alert.id },
                              { QStringLiteral("value"), alert.value },
                              { QStringLiteral("threshold"), alert.threshold },
                              { QStringLiteral("metric"), QString(metric.name) },
                              { QStringLiteral("isBelow"), metric.isBelow },
                              { QStringLiteral("isRuleChange"), alert.isRuleChange } } });
}

void Chronicle::setAlertRules(std::vector<AlertRule> rules, std::function<void(bool)> done)
{
    m_alerts.setRules(std::move(rules));
    if (m_save)
        m_save(m_alerts.rules(), std::move(done));
    else
        done(false);
}

void Chronicle::audit(const Asker &asker, const QString &method, const QJsonObject &params, const Outcome &outcome)
{
    if (params.value(QLatin1String("dryRun")).toBool())
        return; // changes nothing, and is no order
    const AuditRecord &order = m_orders.record(m_clock(), asker, method, params, outcome);
    if (order.isRefused)
        return;
    for (const auto &[name, code] : kEventOrders) {
        if (method == QLatin1String(name))
            m_events.note(eventOf(order, QLatin1String(code), params));
    }
}

} // namespace relay::admin
