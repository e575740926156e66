// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/serverhistory.h"

#include <cmath>

namespace relay::gui::chart {

namespace {

constexpr qint64 kToleratedSkewMs = 2'500;

} // namespace

RangeSpec specOf(Range range)
{
    switch (range) {
    case Range::FiveMinutes: return { 300'000, 1'000 };
    case Range::Hour: return { 3'600'000, 10'000 };
    case Range::Day: return { 86'400'000, 120'000 };
    }
    return {};
}

QVector<Sample> samplesOf(const client::HistoryReply &reply, qint64 now)
{
    QVector<Sample> samples;
    if (reply.stepMs <= 0)
        return samples;
    const qint64 skew = now - reply.timeOf(reply.points.size());
    const qint64 shift = std::abs(skew) > reply.stepMs + kToleratedSkewMs ? skew : 0;
    bool isAfterGap = false;
    for (qsizetype i = 0; i < reply.points.size(); ++i) {
        const auto &point = reply.points.at(i);
        if (point)
            samples.append({ reply.timeOf(i + 1) + shift, point->inRate, point->outRate, isAfterGap });
        isAfterGap = !point && !samples.isEmpty();
    }
    return samples;
}

} // namespace relay::gui::chart
