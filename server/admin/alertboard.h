// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/figures.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/moment.h"

#include <QJsonArray>
#include <QString>

#include <array>
#include <functional>
#include <map>
#include <variant>
#include <vector>

namespace relay::admin {

//! When to raise an alert: while a metric is beyond its threshold for so long.
struct AlertRule
{
    QString id;
    std::size_t metric = 0; //!< index into kAlertMetrics, which also says whether beyond is above or below
    double threshold = 0;
    std::int64_t forMs = 0;
    bool isEnabled = true;
};

//! All or nothing: the error names the rule and what is wrong with it.
[[nodiscard]] std::variant<std::vector<AlertRule>, Error> readAlertRules(const QJsonArray &list);
[[nodiscard]] std::vector<AlertRule> usualAlertRules();
void writeAlertRules(JsonWriter &out, const std::vector<AlertRule> &rules);

struct Alert
{
    QString id;
    double value = 0;
    double threshold = 0;
    std::int64_t at = 0; //!< ms since the epoch: since when, or when it was cleared
    QString text;
    std::size_t metric = 0;    //!< index into kAlertMetrics
    bool isRuleChange = false; //!< cleared because the rule is another now, not the metric
};

/*!
 * Watches the rules. An alert is raised when its metric was beyond the threshold for as long as the rule says, and cleared
 * when it came back by a fifth of it or was within it for as long: a value that trembles at the threshold is one alert. Pure.
 */
class AlertBoard
{
public:
    using Measures = std::array<double, kAlertMetrics.size()>; //!< not a number: not known, which changes nothing
    using Told = std::function<void(const Alert &, bool isRaised)>;

    AlertBoard(MomentClock clock, Told told);

    void setRules(std::vector<AlertRule> rules); //!< an alert whose rule is gone or another is cleared
    [[nodiscard]] const std::vector<AlertRule> &rules() const { return m_rules; }
    [[nodiscard]] bool needs(std::size_t metric) const; //!< some enabled rule looks at it
    void check(const Measures &measures);

    [[nodiscard]] const std::map<QString, Alert> &active() const { return m_active; }
    //! Counts up whenever rules() or active() change: for those who follow it.
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    [[nodiscard]] std::uint64_t rulesVersion() const { return m_rulesVersion; }
    //! As it was when it was last cleared; a new alert of that id takes it away.
    [[nodiscard]] const Alert *lastCleared(const QString &id) const;

private:
    struct State
    {
        std::int64_t beyondSince = 0; //!< steady ms; 0: it is not
        std::int64_t withinSince = 0;
    };
    void judge(const AlertRule &rule, double value);
    void raise(const AlertRule &rule, double value);
    void clear(const QString &id, double value, const QString &text, bool isRuleChange);

    MomentClock m_clock;
    Told m_told;
    std::vector<AlertRule> m_rules;
    std::map<QString, State> m_states;
    std::map<QString, Alert> m_active;
    std::map<QString, Alert> m_cleared; //!< no more than kMaxAlertRules
    std::uint64_t m_version = 1;
    std::uint64_t m_rulesVersion = 1;
};

} // namespace relay::admin
