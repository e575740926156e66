// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/samplehistory.h"

#include <algorithm>
#include <cmath>

namespace relay::gui::chart {

namespace {

//! Timers are late now and then; only a sample that is missing for sure makes a gap.
constexpr double kToleratedSteps = 2.5;

} // namespace

SampleHistory::SampleHistory(std::chrono::milliseconds span, std::chrono::milliseconds step)
    : m_ring(span / step + 2) // one at either edge of the span
    , m_stepMs(step.count())
{
}

const Sample &SampleHistory::at(qsizetype index) const
{
    Q_ASSERT(index >= 0 && index < m_count);
    return m_ring[(m_first + index) % m_ring.size()];
}

void SampleHistory::add(qint64 at, double in, double out)
{
    while (m_count > 0 && last().at >= at)
        dropLast();
    const bool isLate = m_count > 0 && double(at - last().at) > kToleratedSteps * double(m_stepMs);
    const Sample sample { at, in, out, m_count > 0 && (m_isLost || isLate) };
    m_isLost = false;
    if (m_count == m_ring.size()) {
        m_first = (m_first + 1) % m_ring.size();
        --m_count;
    }
    m_ring[(m_first + m_count) % m_ring.size()] = sample;
    ++m_count;
}

void SampleHistory::merge(const QVector<Sample> &others)
{
    if (others.isEmpty())
        return;
    QVector<Sample> older;
    QVector<Sample> newer;
    for (qsizetype i = 0; i < m_count; ++i) {
        if (at(i).at < others.first().at)
            older.append(at(i));
        else if (at(i).at > others.last().at)
            newer.append(at(i));
    }
    const bool wasLost = m_isLost;
    m_count = 0;
    m_isLost = false;
    const QVector<Sample> *const parts[] { &older, &others, &newer };
    for (const QVector<Sample> *part : parts) {
        for (const Sample &sample : std::as_const(*part)) {
            const bool isSeam
                = part == &newer && &sample == &newer.first(); // what was a gap before it may be filled now
            m_isLost = sample.isAfterGap && !isSeam;
            add(sample.at, sample.in, sample.out);
        }
    }
    m_isLost = wasLost;
}

void SampleHistory::loseContact(qint64 since)
{
    while (m_count > 1 && last().at > since)
        dropLast();
    m_isLost = m_count > 0;
}

QVector<Gap> SampleHistory::gaps(qint64 now) const
{
    QVector<Gap> found;
    for (qsizetype i = 1; i < m_count; ++i) {
        if (at(i).isAfterGap)
            found.append({ at(i - 1).at, at(i).at, false });
    }
    if (m_isLost && now > last().at)
        found.append({ last().at, now, true });
    return found;
}

std::optional<Sample> SampleHistory::nearest(qint64 moment) const
{
    std::optional<Sample> best;
    qint64 bestDistance = 2 * m_stepMs;
    for (qsizetype i = 0; i < m_count; ++i) {
        const qint64 distance = std::abs(at(i).at - moment);
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = at(i);
        }
    }
    for (const Gap &gap : gaps(moment)) {
        if (moment > gap.from + m_stepMs / 2 && moment < gap.to - m_stepMs / 2)
            return std::nullopt;
    }
    return best;
}

Sample SampleHistory::peak(qint64 from, qint64 to) const
{
    Sample largest;
    for (qsizetype i = 0; i < m_count; ++i) {
        if (at(i).at < from || at(i).at > to)
            continue;
        largest.in = std::max(largest.in, at(i).in);
        largest.out = std::max(largest.out, at(i).out);
    }
    return largest;
}

} // namespace relay::gui::chart
