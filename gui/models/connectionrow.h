// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/models/ring.h"
#include "gui/models/status.h"

namespace relay::gui {

inline constexpr quint64 kQueueCap = 1024 * 1024; //!< bytes that a reader may have waiting: a full bar
inline constexpr int kSparkSamples = 60;          //!< one a second
inline constexpr int kDropSamples = 11;           //!< ten seconds, as long as a drop keeps a reader "Dropping"

//! Whether these are the same, and not one of another run of the relay that has its number.
[[nodiscard]] bool isSameConnection(const client::Connection &a, const client::Connection &b);

//! One row of the connections table: what the relay says, and what only a memory of it can say.
struct ConnectionRow
{
    client::Connection connection;
    StatusMemory memory;
    Status status = Status::Healthy;
    double dropRate = 0;               //!< messages/s over the last ten seconds
    float sparkScale = 0;              //!< bytes/s at the top of the sparkline
    qint64 leavesAt = 0;               //!< kicked and gone: when the row goes too; 0 while it is open
    Ring<float, kSparkSamples> spark;  //!< bytes/s, the larger direction
    Ring<quint64, kDropSamples> drops; //!< sums, one a second

    //! Takes new facts and figures, keeps the memory.
    void update(const client::Connection &now);
    //! Once a second: samples the rates. `offered` is what its topic gives to each reader, bytes/s.
    void sample(double offered);
    void judgeAt(qint64 now);
};

} // namespace relay::gui
