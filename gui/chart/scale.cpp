// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace relay::gui::chart {

namespace {

constexpr std::array kSteps { 1.0, 2.0, 3.0, 6.0, 10.0 };
constexpr qint64 kShrinkAfterMs = 10'000;
//! 3 * 0.1 is not 0.3: a value this close to a step counts as the step.
constexpr double kRounding = 1e-9;

double powerOfTen(double value)
{
    return std::pow(10.0, std::floor(std::log10(value) + kRounding));
}

} // namespace

double roundMaximum(double value)
{
    if (!std::isfinite(value) || value <= 0)
        return 1;
    const double power = powerOfTen(value);
    for (double step : kSteps) {
        if (value <= step * power * (1 + kRounding))
            return step * power;
    }
    return kSteps.back() * power;
}

RateUnit unitFor(double maximumBitsPerSecond)
{
    static constexpr std::array kUnits {
        RateUnit { 1e9, QLatin1String("Gbit/s") },
        RateUnit { 1e6, QLatin1String("Mbit/s") },
        RateUnit { 1e3, QLatin1String("kbit/s") },
    };
    for (const RateUnit &unit : kUnits) {
        if (maximumBitsPerSecond >= unit.bitsPerSecond * (1 - kRounding))
            return unit;
    }
    return { 1, QLatin1String("bit/s") };
}

QVector<double> valueTicks(double maximum, bool isLow)
{
    if (maximum <= 0)
        return { 0 };
    const double mantissa = maximum / powerOfTen(maximum);
    const bool isInThirds = std::abs(mantissa - 3) < 0.01 || std::abs(mantissa - 6) < 0.01;
    const int parts = isLow ? 1 : isInThirds ? 3 : 2;
    QVector<double> ticks;
    for (int i = 0; i <= parts; ++i)
        ticks.append(maximum * i / parts);
    return ticks;
}

QVector<qint64> timeTicks(qint64 from, qint64 to, int most, qint64 offsetMs)
{
    static constexpr std::array<qint64, 18> kStepsOfTime { 1'000,      2'000,      5'000,     10'000,    15'000,
                                                           30'000,     60'000,     120'000,   300'000,   600'000,
                                                           900'000,    1'800'000,  3'600'000, 7'200'000, 10'800'000,
                                                           21'600'000, 43'200'000, 86'400'000 };
    const auto step = std::find_if(kStepsOfTime.begin(), kStepsOfTime.end(),
                                   [&](qint64 each) { return (to - from) / each < std::max(1, most); });
    const qint64 each = step == kStepsOfTime.end() ? kStepsOfTime.back() : *step;
    QVector<qint64> ticks;
    for (qint64 tick = (from + offsetMs + each - 1) / each * each - offsetMs; tick <= to; tick += each)
        ticks.append(tick);
    return ticks;
}

QString tickText(double value, const QLocale &locale)
{
    return locale.toString(value, 'g', 3);
}

QString rateText(double bitsPerSecond, const RateUnit &unit, const QLocale &locale)
{
    const double value = bitsPerSecond / unit.bitsPerSecond;
    const QString number = locale.toString(value, 'f', value < 100 ? 2 : 1);
    return number + QLatin1Char(' ') + unit.name;
}

AxisMaximum::AxisMaximum(double floor)
    : m_floor(floor)
    , m_value(roundMaximum(floor))
{
}

double AxisMaximum::update(double largest, qint64 now)
{
    const double wanted = roundMaximum(std::max(largest, m_floor));
    if (wanted >= m_value) {
        m_value = wanted;
        m_smallerSince = -1;
        return m_value;
    }
    if (m_smallerSince < 0) {
        m_smallerSince = now;
        m_smaller = wanted;
    }
    m_smaller = std::max(m_smaller, wanted);
    if (now - m_smallerSince >= kShrinkAfterMs) {
        m_value = m_smaller;
        m_smallerSince = -1;
    }
    return m_value;
}

} // namespace relay::gui::chart
