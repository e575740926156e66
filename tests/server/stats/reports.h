// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"

//! Reports in a line or two.
namespace relay::tests {

inline stats::Facts factsOf(stats::ConnectionId id, const QByteArray &topic, stats::Role role = stats::Role::Both)
{
    stats::Facts facts;
    facts.id = id;
    facts.topic = topic;
    facts.path = topic;
    facts.role = role;
    facts.address = QStringLiteral("127.0.0.1:%1").arg(40'000 + id);
    facts.userAgent = QStringLiteral("agent-%1").arg(id);
    facts.openedAt = 1'700'000'000'000;
    return facts;
}

inline stats::Counters countersOf(stats::ConnectionId id, std::uint64_t inMessages, std::uint64_t inBytes,
                                  std::uint64_t outMessages = 0, std::uint64_t outBytes = 0)
{
    stats::Counters counters;
    counters.id = id;
    counters.inMessages = inMessages;
    counters.inBytes = inBytes;
    counters.outMessages = outMessages;
    counters.outBytes = outBytes;
    return counters;
}

inline stats::Report opened(const stats::Facts &facts, int worker = 0)
{
    stats::Report report;
    report.worker = worker;
    report.events.emplace_back(stats::Opened { facts });
    return report;
}

inline stats::Report counted(const stats::Counters &counters, int worker = 0)
{
    stats::Report report;
    report.worker = worker;
    report.counters.push_back(counters);
    return report;
}

inline stats::Report closed(stats::ConnectionId id, const stats::Counters &last = {}, std::uint16_t code = 1000,
                            const QString &reason = {})
{
    stats::Report report;
    report.events.emplace_back(stats::Closed { id, code, reason, 1'700'000'009'000, last });
    return report;
}

} // namespace relay::tests
