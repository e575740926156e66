// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <time.h>

namespace relay::load {

constexpr std::int64_t kSecond = 1'000'000'000;

//! Nanoseconds that only go forward.
inline std::int64_t nowNs()
{
    timespec time {};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t(time.tv_sec) * kSecond + time.tv_nsec;
}

} // namespace relay::load
