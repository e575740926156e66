// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/histogram.h"
#include "bench/load/options.h"
#include "bench/load/peer.h"
#include "bench/load/publisher.h"

#include <cstdint>
#include <span>

namespace relay::load {

/*!
 * Checks and counts what readers get: the right message, of the right kind, in the order of its publisher, never twice and
 * never to the one who sent it. Messages may be missing; anything else is a Failure.
 */
class Delivery
{
public:
    Delivery(const Options &options, std::span<Publisher> publishers)
        : m_options(options)
        , m_publishers(publishers)
    {
    }

    void take(Peer &reader, std::int64_t nowNs);

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    //! Of what came since startMeasuring().
    [[nodiscard]] const Histogram &latency() const { return m_latency; }
    void startMeasuring() { m_isMeasuring = true; }
    void stopMeasuring() { m_isMeasuring = false; }

private:
    const Options &m_options;
    std::span<Publisher> m_publishers;
    std::uint64_t m_count = 0;
    bool m_isMeasuring = false;
    Histogram m_latency;
};

} // namespace relay::load
