// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/measures.h"

#include "server/stats/names.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace relay::admin {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kDayMs = 24.0 * 3600 * 1000;
constexpr std::int64_t kSilentMs = 10'000; // a publisher that sends nothing for so long is silent

constexpr std::size_t indexOf(std::string_view name)
{
    for (std::size_t i = 0; i < kAlertMetrics.size(); ++i) {
        if (name == std::string_view(kAlertMetrics[i].name.data(), std::size_t(kAlertMetrics[i].name.size())))
            return i;
    }
    return kAlertMetrics.size(); // out of range: at() says so at the first test
}

double share(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : kUnknown;
}

double slowReaders(const stats::Ledger &ledger)
{
    double count = 0;
    for (const auto &[id, topic] : ledger.topics())
        count += topic.slowReaders;
    return count;
}

double silentPublishers(const stats::Ledger &ledger, std::int64_t now)
{
    return double(std::count_if(ledger.connections().begin(), ledger.connections().end(), [&](const auto &each) {
        const stats::ConnectionEntry &entry = each.second;
        return entry.facts.role == stats::Role::Publisher
            && now - std::max(entry.facts.openedAt, entry.counters.lastInAt) >= kSilentMs;
    }));
}

} // namespace

Measures::Measures(const stats::Ledger &ledger)
    : m_ledger(ledger)
{
}

AlertBoard::Measures Measures::take(const AlertBoard &board, const Vitals &vitals, const Moment &now)
{
    const stats::Totals totals = m_ledger.totals();
    const double seconds = m_at == 0 ? 0 : double(now.steady - std::exchange(m_at, now.steady)) / 1000;
    m_at = now.steady;
    const std::uint64_t before = std::exchange(m_dropped, totals.dropped);
    const auto connections = double(m_ledger.connections().size());

    AlertBoard::Measures all;
    all.fill(kUnknown);
    const auto set = [&](std::string_view name, double value) { all.at(indexOf(name)) = value; };
    const auto setIfNeeded = [&](std::string_view name, auto measure) {
        if (board.needs(indexOf(name)))
            all.at(indexOf(name)) = measure();
    };
    setIfNeeded("slowReaders", [&] { return slowReaders(m_ledger); });
    if (seconds > 0)
        set("dropsPerSecond", double(totals.dropped - before) / seconds);
    setIfNeeded("rttP95Ms", [&] { return double(std::max<std::int64_t>(0, m_ledger.rttP95Ms())); });
    set("loopLagMs", totals.loopLagMs);
    set("connections", connections);
    set("connectionsShare", share(connections, vitals.maxConnections));
    set("outRate", double(totals.outRate));
    setIfNeeded("silentPublishers", [&] { return silentPublishers(m_ledger, now.wall); });
    if (vitals.certificateEndsAt > 0)
        set("certificateDays", double(vitals.certificateEndsAt - now.wall) / kDayMs);
    set("memoryShare", share(double(vitals.residentBytes), double(vitals.memoryLimit)));
    return all;
}

} // namespace relay::admin
