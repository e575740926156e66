// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format/quantity.h"

#include <cmath>

namespace relay::format {

namespace {

using namespace std::chrono;

constexpr double kBitsPerByte = 8.0;

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString missing()
{
    return QString::fromUtf16(kMissing);
}

//! "1 h 04" and "6 d 02 h": what age and countdown have in common.
QString longTime(minutes time)
{
    const auto days = duration_cast<std::chrono::days>(time);
    const auto restHours = duration_cast<hours>(time - days);
    if (days.count() > 0)
        return QString(QString::number(days.count()) + u" d " + twoDigits(restHours.count()) + u" h");
    const auto restMinutes = time - restHours;
    return QString(QString::number(restHours.count()) + u" h " + twoDigits(restMinutes.count()));
}

} // namespace

QString bytes(qint64 count, const QLocale &locale)
{
    if (count < 0)
        return missing();
    if (count < 1024)
        return QString(locale.toString(count) + u" B");
    double amount = double(count) / 1024;
    if (std::round(amount) < 1024)
        return QString(locale.toString(qint64(std::round(amount))) + u" KiB");
    for (const auto unit : { u" MiB", u" GiB" }) {
        amount /= 1024;
        if (std::round(amount * 10) < 10240)
            return QString(locale.toString(amount, 'f', 1) + unit);
    }
    return QString(locale.toString(amount / 1024, 'f', 1) + u" TiB");
}

QString megabits(double bytesPerSecond, const QLocale &locale)
{
    const double amount = bytesPerSecond * kBitsPerByte / 1e6;
    if (!(amount >= 0) || std::isinf(amount))
        return missing();
    if (amount > 0 && amount < 0.01)
        return QString(u'<' + locale.toString(0.01, 'f', 2));
    return locale.toString(amount, 'f', 2);
}

QString rate(double bytesPerSecond, const QLocale &locale)
{
    return QString(megabits(bytesPerSecond, locale) + u" Mbit/s");
}

QString count(quint64 number, const QLocale &locale)
{
    return locale.toString(number);
}

QString age(milliseconds time)
{
    if (time < 1min)
        return QString(QString::number(std::max<qint64>(0, duration_cast<seconds>(time).count())) + u" s");
    if (time < 1h)
        return QString(QString::number(duration_cast<minutes>(time).count()) + u" min");
    return longTime(duration_cast<minutes>(time));
}

QString countdown(milliseconds left)
{
    if (left >= 1h)
        return longTime(duration_cast<minutes>(left));
    const qint64 whole = std::max<qint64>(0, duration_cast<seconds>(left).count());
    return QString(twoDigits(whole / 60) + u':' + twoDigits(whole % 60));
}

QString latency(microseconds time, const QLocale &locale)
{
    if (time < 0us)
        return missing();
    if (time > 0us && time < 1ms)
        return QStringLiteral("<1 ms");
    return QString(locale.toString(qint64(duration_cast<milliseconds>(time).count())) + u" ms");
}

} // namespace relay::format
