// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/alertwords.h"

#include "common/admin/figures.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace relay::gui::alertwords {

namespace {

constexpr double kBitsPerByte = 8;
constexpr double kMega = 1e6;
const QLatin1String kRate("bytes/s");

class AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

const admin::AlertMetric *find(const QString &metric)
{
    const auto *found = std::find_if(admin::kAlertMetrics.begin(), admin::kAlertMetrics.end(),
                                     [&](const admin::AlertMetric &each) { return metric == each.name; });
    return found == admin::kAlertMetrics.end() ? nullptr : found;
}

QLatin1String unitOf(const QString &metric)
{
    const admin::AlertMetric *known = find(metric);
    return known == nullptr ? QLatin1String() : known->unit;
}

} // namespace

bool isKnown(const QString &metric)
{
    return find(metric) != nullptr;
}

QString metricText(const QString &metric)
{
    static const QHash<QString, const char *> names {
        { QStringLiteral("slowReaders"), QT_TRANSLATE_NOOP("AlertWords", "Slow readers") },
        { QStringLiteral("dropsPerSecond"), QT_TRANSLATE_NOOP("AlertWords", "Messages dropped") },
        { QStringLiteral("rttP95Ms"), QT_TRANSLATE_NOOP("AlertWords", "Round trip, slowest 5 %") },
        { QStringLiteral("loopLagMs"), QT_TRANSLATE_NOOP("AlertWords", "Lag of the relay") },
        { QStringLiteral("connections"), QT_TRANSLATE_NOOP("AlertWords", "Connections") },
        { QStringLiteral("connectionsShare"), QT_TRANSLATE_NOOP("AlertWords", "Connections, of the limit") },
        { QStringLiteral("outRate"), QT_TRANSLATE_NOOP("AlertWords", "Sent in all") },
        { QStringLiteral("silentPublishers"), QT_TRANSLATE_NOOP("AlertWords", "Silent publishers") },
        { QStringLiteral("certificateDays"), QT_TRANSLATE_NOOP("AlertWords", "Certificate ends in") },
        { QStringLiteral("memoryShare"), QT_TRANSLATE_NOOP("AlertWords", "Memory, of the limit") },
    };
    const char *name = names.value(metric, nullptr);
    return name == nullptr ? metric : AlertWords::tr(name);
}

QString unitText(const QString &metric)
{
    const QLatin1String unit = unitOf(metric);
    if (unit == kRate)
        return QStringLiteral("Mbit/s");
    if (unit == QLatin1String("1/s"))
        return AlertWords::tr("a second", "Unit behind a number: messages dropped");
    return unit == QLatin1String("days") ? AlertWords::tr("days", "Unit behind a number") : QString(unit);
}

double shownValue(const QString &metric, double value)
{
    return unitOf(metric) == kRate ? value * kBitsPerByte / kMega : value;
}

double rawValue(const QString &metric, double shown)
{
    return unitOf(metric) == kRate ? shown / kBitsPerByte * kMega : shown;
}

QString valueText(const QString &metric, double value)
{
    const double shown = shownValue(metric, value);
    const bool isWhole = std::abs(shown - std::round(shown)) < 0.05;
    return QString(QLocale().toString(shown, 'f', isWhole ? 0 : 1) + QLatin1Char(' ') + unitText(metric)).trimmed();
}

QString raised(const client::AlertRule &rule, double value)
{
    const QString form = rule.isBelow ? AlertWords::tr("%1: %2, below %3", "An alert: metric, value, threshold")
                                      : AlertWords::tr("%1: %2, above %3", "An alert: metric, value, threshold");
    return form.arg(metricText(rule.metric), format::together(valueText(rule.metric, value)),
                    format::together(valueText(rule.metric, rule.threshold)));
}

QString cleared(const client::AlertRule &rule, double value)
{
    const QString form = rule.isBelow
        ? AlertWords::tr("%1: %2, no longer below %3", "An alert that is over: metric, value, threshold")
        : AlertWords::tr("%1: %2, no longer above %3", "An alert that is over: metric, value, threshold");
    return form.arg(metricText(rule.metric), format::together(valueText(rule.metric, value)),
                    format::together(valueText(rule.metric, rule.threshold)));
}

QString sentence(const client::AlertRule &rule, const client::ActiveAlert &alert)
{
    if (!isKnown(rule.metric))
        return format::isolated(addresses::shown(alert.text.isEmpty() ? alert.id : alert.text));
    client::AlertRule asRaised = rule; // it may have been edited since
    asRaised.threshold = alert.threshold;
    return raised(asRaised, alert.value);
}

QString sentence(const QVector<client::AlertRule> &rules, const client::ActiveAlert &alert)
{
    const auto found
        = std::find_if(rules.begin(), rules.end(), [&](const client::AlertRule &rule) { return rule.id == alert.id; });
    return sentence(found == rules.end() ? client::AlertRule {} : *found, alert);
}

} // namespace relay::gui::alertwords
