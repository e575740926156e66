// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::stats {

//! What only the observers can answer, since they alone know all connections.
enum class Inquiry : std::uint8_t {
    Status,  //!< GET /status: a JSON array
    Metrics, //!< GET /metrics: Prometheus text
};

} // namespace relay::stats
