// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QLocale>
#include <QString>
#include <QtGlobal>
#include <QVector>

#include <chrono>

//! The rules of the axes: which maximum, which unit, where the lines stand. Pure.
namespace relay::gui::chart {

//! A unit of bit rates, by powers of 1,000.
struct RateUnit
{
    double bitsPerSecond = 1;
    QLatin1String name;

    friend bool operator==(const RateUnit &, const RateUnit &) = default;
};

//! The smallest of 1, 2, 3, 6, 10 times a power of ten that is not below `value`; a positive number always.
[[nodiscard]] double roundMaximum(double value);

//! The unit in which an axis that ends at this rate is labelled: its maximum reads 1 to 600.
[[nodiscard]] RateUnit unitFor(double maximumBitsPerSecond);

//! Two to four values from zero to `maximum` that deserve a line; with isLow only both ends.
[[nodiscard]] QVector<double> valueTicks(double maximum, bool isLow);

//! Round moments between both, at most `most`, by the wall clock that is `offsetMs` ahead of UTC.
[[nodiscard]] QVector<qint64> timeTicks(qint64 from, qint64 to, int most, qint64 offsetMs);

//! "0.5", "300": as short as an axis needs.
[[nodiscard]] QString tickText(double value, const QLocale &locale);

//! "4.57 Gbit/s", "204.1 Mbit/s": a rate in the unit of its axis.
[[nodiscard]] QString rateText(double bitsPerSecond, const RateUnit &unit, const QLocale &locale);

/*!
 * The maximum of an axis over time: grows at once, so that no line leaves the plot, and shrinks only after a smaller
 * one would have done for 10 s, so that a plot does not breathe with its data.
 */
class AxisMaximum
{
public:
    //! `floor` keeps an idle axis from magnifying noise. Both in any one unit.
    explicit AxisMaximum(double floor);

    //! The maximum for data that reach up to `largest` at this moment (ms).
    double update(double largest, qint64 now);
    [[nodiscard]] double value() const { return m_value; }

private:
    double m_floor = 0;
    double m_value = 0;
    double m_smaller = 0; //!< what would have done since m_smallerSince
    qint64 m_smallerSince = -1;
};

} // namespace relay::gui::chart
