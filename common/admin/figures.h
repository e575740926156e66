// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <array>
#include <cstdint>

//! The words of relay-admin/1 for what a relayd remembers and tells of itself: history, events, orders, alerts, configuration.
namespace relay::admin {

namespace method {
inline constexpr QLatin1String kStatsHistory("stats.history");
inline constexpr QLatin1String kEventsList("events.list");
inline constexpr QLatin1String kAuditList("audit.list");
inline constexpr QLatin1String kAlertsList("alerts.list");
inline constexpr QLatin1String kAlertsSet("alerts.set");
inline constexpr QLatin1String kLogLevel("log.level");
inline constexpr QLatin1String kConfigGet("config.get");
inline constexpr QLatin1String kServerReload("server.reload");
inline constexpr QLatin1String kRoutesTest("routes.test");
} // namespace method

namespace notification {
inline constexpr QLatin1String kEvent("event");
inline constexpr QLatin1String kAudit("audit");
inline constexpr QLatin1String kAlert("alert");
inline constexpr QLatin1String kAlertRules("alertRules"); //!< somebody has set other rules: these
} // namespace notification

namespace stream {
inline constexpr QLatin1String kEvents("events");
inline constexpr QLatin1String kAudit("audit");
inline constexpr QLatin1String kAlerts("alerts");
} // namespace stream

namespace feature {
inline constexpr QLatin1String kHistory("history");
inline constexpr QLatin1String kEvents("events");
inline constexpr QLatin1String kAudit("audit");
inline constexpr QLatin1String kAlerts("alerts");
} // namespace feature

//! How far back a history goes, and in which steps.
struct HistoryTier
{
    QLatin1String name;
    std::int64_t stepMs;
    int steps;
};
inline constexpr std::array<HistoryTier, 3> kHistoryTiers {
    { { QLatin1String("5m"), 1000, 300 }, { QLatin1String("1h"), 10'000, 360 }, { QLatin1String("24h"), 120'000, 720 } }
};
inline constexpr QLatin1String kTotalsSeries("totals");
inline constexpr QLatin1String kTopicSeries("topic:"); //!< before the topic's id
inline constexpr int kMaxSeries = 8;                   //!< of one call

//! What an alert can be about. A rule compares it with its threshold; `isBelow`: too low is what is bad.
struct AlertMetric
{
    QLatin1String name;
    QLatin1String unit; //!< "", "ms", "%", "bytes/s", "1/s", "days"
    bool isBelow = false;
};
inline constexpr std::array<AlertMetric, 10> kAlertMetrics { {
    { QLatin1String("slowReaders"), QLatin1String("") },
    { QLatin1String("dropsPerSecond"), QLatin1String("1/s") },
    { QLatin1String("rttP95Ms"), QLatin1String("ms") },
    { QLatin1String("loopLagMs"), QLatin1String("ms") },
    { QLatin1String("connections"), QLatin1String("") },
    { QLatin1String("connectionsShare"), QLatin1String("%") },
    { QLatin1String("outRate"), QLatin1String("bytes/s") },
    { QLatin1String("silentPublishers"), QLatin1String("") },
    { QLatin1String("certificateDays"), QLatin1String("days"), true },
    { QLatin1String("memoryShare"), QLatin1String("%") },
} };
inline constexpr int kMaxAlertRules = 64;

} // namespace relay::admin
