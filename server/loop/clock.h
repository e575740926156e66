// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::loop {

inline constexpr std::int64_t kNsPerMs = 1'000'000;

//! Milliseconds of a clock that never jumps: deadlines and ages.
[[nodiscard]] std::int64_t monotonicMs();

//! The same clock, for how long something took.
[[nodiscard]] std::int64_t monotonicNs();

//! Milliseconds since the epoch: what people and other machines are told.
[[nodiscard]] std::int64_t wallMs();

} // namespace relay::loop
