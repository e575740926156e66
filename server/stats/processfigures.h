// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::stats {

//! What the kernel knows of this process.
struct ProcessFigures
{
    double cpuSeconds = 0; //!< of all threads, user and system
    std::uint64_t virtualBytes = 0;
    std::uint64_t residentBytes = 0;
    std::uint64_t openDescriptors = 0;
    std::uint64_t mostDescriptors = 0; //!< soft limit
    std::int64_t startedAt = 0;        //!< ms since the epoch; whoever asks knows it
};

//! From /proc/self, of which a hardened unit shows no more than this: no start time, which it gives since the boot.
[[nodiscard]] ProcessFigures processFigures();

} // namespace relay::stats
