// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"
#include "server/stats/processfigures.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace relay::stats {

//! What others than the ledger know.
struct MetricsInput
{
    QByteArray version;                                         //!< of relayd
    std::vector<std::pair<QByteArray, std::uint64_t>> refusals; //!< since the start, by reason
    std::uint64_t codes = 0;                                    //!< given and not used yet
    std::uint64_t denied = 0;                                   //!< bookings
    bool isDenyListDurable = true;
    ProcessFigures process;
};

/*!
 * All figures in the text format of Prometheus, version 0.0.4. No series for single topics or connections: whoever can
 * make those up could fill the memory of the one who collects.
 */
[[nodiscard]] QByteArray metricsText(const Ledger &ledger, const MetricsInput &input);

} // namespace relay::stats
