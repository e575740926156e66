// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/history.h"
#include "gui/chart/samplehistory.h"

//! What a relay remembers of its rates, as samples of a chart. Pure.
namespace relay::gui::chart {

using Range = client::HistoryRange;
inline constexpr int kRanges = 3;

struct RangeSpec
{
    qint64 spanMs = 0;
    qint64 stepMs = 0;
};

[[nodiscard]] RangeSpec specOf(Range range);

/*!
 * Each known point as a sample at the end of its step. `now` is the local clock: where the server's is more than a few
 * seconds off, the samples are moved, so that the last point is of now.
 */
[[nodiscard]] QVector<Sample> samplesOf(const client::HistoryReply &reply, qint64 now);

} // namespace relay::gui::chart
