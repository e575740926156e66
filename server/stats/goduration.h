// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace relay::stats {

//! A duration as Go's time.Duration prints it: "0s", "250ms", "1.5s", "2m0.25s", "1h0m3s". Below 0 counts as 0.
[[nodiscard]] QByteArray goDuration(std::int64_t milliseconds);

} // namespace relay::stats
