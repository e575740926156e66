// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <QVector>

#include <chrono>
#include <limits>
#include <optional>

namespace relay::gui::chart {

//! Both rates at one moment. Times are ms since the epoch, local clock.
struct Sample
{
    qint64 at = 0;
    double in = 0;           //!< bytes/s; NaN: not known
    double out = 0;          //!< bytes/s; NaN: not known
    bool isAfterGap = false; //!< nothing is known between the one before and this one

    friend bool operator==(const Sample &, const Sample &) = default;
};

//! A stretch of which nothing is known. It lies between two samples, or between the last one and now.
struct Gap
{
    qint64 from = 0;
    qint64 to = 0;
    bool isOpen = false; //!< contact has not come back

    friend bool operator==(const Gap &, const Gap &) = default;
};

/*!
 * The last minutes of two rates in a ring of fixed size. It never invents a value: what was not measured is a gap.
 * Pure; one thread.
 */
class SampleHistory
{
public:
    //! Keeps `span` of samples that come one per `step`.
    SampleHistory(std::chrono::milliseconds span, std::chrono::milliseconds step);

    //! A sample from before the last one (the clock was set back) replaces everything after it.
    void add(qint64 at, double in, double out);
    /*!
     * Takes what somebody else has seen: it stands in place of what is known here of that time. Older and newer samples
     * stay.
     */
    void merge(const QVector<Sample> &others);
    void clear() { m_count = 0, m_isLost = false; }
    //! Samples after `since` only repeated what was known then: forgets them, and leaves the gap open until add().
    void loseContact(qint64 since);

    [[nodiscard]] bool isLost() const { return m_isLost; }
    [[nodiscard]] qsizetype count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    //! 0 is the oldest.
    [[nodiscard]] const Sample &at(qsizetype index) const;
    [[nodiscard]] const Sample &last() const { return at(m_count - 1); }

    [[nodiscard]] QVector<Gap> gaps(qint64 now) const;
    //! The sample nearest to this moment; none in a gap and none more than two steps away.
    [[nodiscard]] std::optional<Sample> nearest(qint64 moment) const;
    //! The largest rates from `from` to `to`, as a sample without a time. What is not known (NaN) does not count.
    [[nodiscard]] Sample peak(qint64 from, qint64 to = std::numeric_limits<qint64>::max()) const;

private:
    void dropLast() { --m_count; }

    QVector<Sample> m_ring;
    qsizetype m_first = 0;
    qsizetype m_count = 0;
    qint64 m_stepMs = 0;
    bool m_isLost = false;
};

} // namespace relay::gui::chart
