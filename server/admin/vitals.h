// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace relay::admin {

//! What others than the ledger know of a relayd that lives. Asked for once a second.
struct Vitals
{
    std::vector<std::pair<QByteArray, std::uint64_t>> refusals; //!< since the start, by reason
    std::uint64_t residentBytes = 0;
    std::uint64_t memoryLimit = 0;      //!< bytes; 0: not known
    std::int64_t certificateEndsAt = 0; //!< ms since the epoch; 0: there is none
    int maxConnections = 0;             //!< 0: no limit
};

using VitalsSource = std::function<Vitals()>;

} // namespace relay::admin
