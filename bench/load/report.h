// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace relay::load {

//! What a run found. Times in us, memory in bytes.
struct Report
{
    std::uint64_t connections = 0;
    double connectsPerSecond = 0;
    double connectCpu = 0; //!< of the server, each
    double rssPerConnection = 0;
    double disturbed = 0; //!< share of the time that either wanted a core and waited for it

    double seconds = 0;          //!< that were measured; from here on 0 when nothing was sent
    std::uint64_t delivered = 0; //!< in that time
    double cpuPerMessage = 0;    //!< of the server, for each delivered one
    double serverBusy = 0;       //!< share of a core, in that time
    double loadBusy = 0;         //!< the same of this program
    double latency50 = 0;
    double latency99 = 0;
    std::uint64_t lost = 0;     //!< of all that was sent
    std::int64_t rssGrowth = 0; //!< the most since the connections were open
};

[[nodiscard]] std::string toJson(const Report &report);

} // namespace relay::load
