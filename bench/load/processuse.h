// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::load {

//! What a process has used, from /proc.
struct ProcessUse
{
    std::int64_t cpuNs = 0;  //!< of all its threads, user and system
    std::int64_t waitNs = 0; //!< its threads could run, but others had the core
    std::int64_t rss = 0;    //!< bytes resident
};

//! Throws Failure when the process is gone.
[[nodiscard]] ProcessUse processUse(int pid);

} // namespace relay::load
