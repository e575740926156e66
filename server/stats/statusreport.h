// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"

#include <QByteArray>

//! The reports of secured mode, as clients of the existing servers read them. Bookings are in none. What has to do with
//! shells is in the report of shells only: it was another program's once.
namespace relay::stats {

//! What the relay itself looks like in the reports: a client of the topic stats, there since the start.
struct Generator
{
    std::int64_t startedAt = 0; //!< ms since the epoch
};

/*!
 * On the topic stats: an array with an object for each connection, names in camelCase, with `stats` as servers before
 * 2024 had it. now: ms since the epoch.
 */
[[nodiscard]] QByteArray sessionReport(const Ledger &ledger, const Generator &generator, std::int64_t now);

/*!
 * On the topic stats of shells: likewise, of those connections alone, names in snake_case and in camelCase, since
 * readers of both kinds are about; "statistcs" is how it has always been written.
 */
[[nodiscard]] QByteArray shellReport(const Ledger &ledger, const Generator &generator, std::int64_t now);

//! GET /status: likewise, names in snake_case; what is false, empty or zero is left out.
[[nodiscard]] QByteArray statusReport(const Ledger &ledger, const Generator &generator);

} // namespace relay::stats
