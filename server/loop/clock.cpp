// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/clock.h"

#include <ctime>

namespace relay::loop {

namespace {

std::int64_t readNs(clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return std::int64_t(now.tv_sec) * 1000 * kNsPerMs + now.tv_nsec;
}

} // namespace

std::int64_t monotonicMs()
{
    return monotonicNs() / kNsPerMs;
}

std::int64_t monotonicNs()
{
    return readNs(CLOCK_MONOTONIC);
}

std::int64_t wallMs()
{
    return readNs(CLOCK_REALTIME) / kNsPerMs;
}

} // namespace relay::loop
