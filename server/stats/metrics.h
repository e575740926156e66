// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"
#include "server/stats/tally.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace relay::stats {

//! What others than the ledger know.
struct MetricsInput
{
    QByteArray version;
    std::vector<std::pair<QByteArray, std::uint64_t>> refusals; //!< since the start, by reason
    std::uint64_t codes = 0;                                    //!< given and not used yet
    std::uint64_t denied = 0;                                   //!< bookings
    bool isDenyListDurable = true;
};

//! What the kernel knows of this process.
struct ProcessFigures
{
    double cpuSeconds = 0;
    std::uint64_t residentBytes = 0;
    std::uint64_t openDescriptors = 0;
    double startedAt = 0; //!< s since the epoch
};
[[nodiscard]] ProcessFigures processFigures();

/*!
 * All figures in the text format of Prometheus, version 0.0.4. No series for single topics or connections: whoever can
 * make those up could fill the memory of the one who collects.
 */
[[nodiscard]] QByteArray metricsText(const Ledger &ledger, const Tally &tally, const MetricsInput &input,
                                     const ProcessFigures &process);

} // namespace relay::stats
