// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/clock.h"

#include <ctime>

namespace relay::loop {

namespace {

std::int64_t readMs(clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace

std::int64_t monotonicMs()
{
    return readMs(CLOCK_MONOTONIC);
}

std::int64_t wallMs()
{
    return readMs(CLOCK_REALTIME);
}

} // namespace relay::loop
