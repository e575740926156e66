// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/alertboard.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace relay::admin {

namespace {

constexpr double kBack = 0.8; // of a threshold: so far back, it is over at once

bool isBeyond(const AlertRule &rule, double value)
{
    return kAlertMetrics.at(rule.metric).isBelow ? value < rule.threshold : value > rule.threshold;
}

bool isFarWithin(const AlertRule &rule, double value)
{
    return kAlertMetrics.at(rule.metric).isBelow ? value >= rule.threshold / kBack : value <= rule.threshold * kBack;
}

QString textOf(const AlertRule &rule, double value)
{
    const AlertMetric &metric = kAlertMetrics.at(rule.metric);
    const QString unit = metric.unit.isEmpty() ? QString() : QLatin1Char(' ') + metric.unit;
    const auto number = [](double n) { return QString::number(n, 'f', n < 10 && n != std::floor(n) ? 1 : 0); };
    return QStringLiteral("%1: %2%3, %4 %5")
        .arg(QString(metric.name), number(value), unit,
             metric.isBelow ? QStringLiteral("below") : QStringLiteral("above"), number(rule.threshold));
}

bool isSame(const AlertRule &a, const AlertRule &b)
{
    return a.metric == b.metric && a.threshold == b.threshold && b.isEnabled;
}

} // namespace

AlertBoard::AlertBoard(MomentClock clock, Told told)
    : m_clock(std::move(clock))
    , m_told(std::move(told))
{
}

void AlertBoard::setRules(std::vector<AlertRule> rules)
{
    const auto before = std::exchange(m_rules, std::move(rules));
    ++m_version;
    ++m_rulesVersion;
    std::map<QString, State> states;
    for (const AlertRule &old : before) {
        const auto now
            = std::find_if(m_rules.begin(), m_rules.end(), [&](const AlertRule &rule) { return rule.id == old.id; });
        if (now != m_rules.end() && isSame(old, *now))
            states[old.id] = m_states[old.id];
        else if (m_active.contains(old.id))
            clear(old.id, m_active.at(old.id).value, QStringLiteral("the rule was changed"), true);
    }
    m_states = std::move(states);
}

bool AlertBoard::needs(std::size_t metric) const
{
    return std::any_of(m_rules.begin(), m_rules.end(),
                       [&](const AlertRule &rule) { return rule.isEnabled && rule.metric == metric; });
}

void AlertBoard::check(const Measures &measures)
{
    for (const AlertRule &rule : m_rules) {
        const double value = measures.at(rule.metric);
        if (rule.isEnabled && !std::isnan(value))
            judge(rule, value);
    }
}

void AlertBoard::judge(const AlertRule &rule, double value)
{
    const std::int64_t now = m_clock().steady;
    State &state = m_states[rule.id];
    const bool isNow = isBeyond(rule, value);
    std::int64_t &since = isNow ? state.beyondSince : state.withinSince;
    (isNow ? state.withinSince : state.beyondSince) = 0;
    if (since == 0)
        since = now;
    const bool isLong = now - since >= rule.forMs;
    const auto active = m_active.find(rule.id);
    if (active == m_active.end()) {
        if (isNow && isLong)
            raise(rule, value);
        return;
    }
    active->second.value = value;
    if (!isNow && (isLong || isFarWithin(rule, value)))
        clear(rule.id, value, textOf(rule, value) + QStringLiteral(" no more"), false);
}

void AlertBoard::raise(const AlertRule &rule, double value)
{
    m_cleared.erase(rule.id);
    const Alert &alert = m_active[rule.id]
        = { rule.id, value, rule.threshold, m_clock().wall, textOf(rule, value), rule.metric };
    ++m_version;
    if (m_told)
        m_told(alert, true);
}

void AlertBoard::clear(const QString &id, double value, const QString &text, bool isRuleChange)
{
    Alert alert = m_active.extract(id).mapped();
    alert.value = value;
    alert.at = m_clock().wall;
    alert.text = text;
    alert.isRuleChange = isRuleChange;
    if (m_cleared.size() >= std::size_t(kMaxAlertRules))
        m_cleared.erase(m_cleared.begin());
    m_cleared[id] = alert;
    ++m_version;
    if (m_told)
        m_told(alert, false);
}

const Alert *AlertBoard::lastCleared(const QString &id) const
{
    const auto found = m_cleared.find(id);
    return found == m_cleared.end() ? nullptr : &found->second;
}

} // namespace relay::admin
