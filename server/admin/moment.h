// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace relay::admin {

//! Now, in ms: steady, which is above 0, and wall clock since the epoch for the client.
struct Moment
{
    std::int64_t steady = 0;
    std::int64_t wall = 0;
};

using MomentClock = std::function<Moment()>;

} // namespace relay::admin
