// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <chrono>

/*!
 * Quantities as people read them, the same in the tables of `relay admin` and in the dashboard. Pure. The locale gives
 * decimal point and digit groups only; unit symbols are the international ones and are not translated.
 */
namespace relay::format {

//! Stands where there is no value.
inline constexpr char16_t kMissing[] = u"\u2013";

//! "512 B", "64 KiB", "1.5 MiB", "2.0 GiB": whole up to KiB, then one decimal. Negative: kMissing.
[[nodiscard]] QString bytes(qint64 count, const QLocale &locale = QLocale::c());

//! Mbit/s without the unit, which stands in the head of the column: "2.40", "0.00", "<0.01" for less than that.
[[nodiscard]] QString megabits(double bytesPerSecond, const QLocale &locale = QLocale::c());

//! "2.40 Mbit/s".
[[nodiscard]] QString rate(double bytesPerSecond, const QLocale &locale = QLocale::c());

//! "1234567", in groups when the locale has them: "1,234,567".
[[nodiscard]] QString count(quint64 number, const QLocale &locale = QLocale::c());

//! How long ago or for how long: "9 s", "41 min", "1 h 04", "6 d 02 h". Rounded down. Negative counts as 0.
[[nodiscard]] QString age(std::chrono::milliseconds time);

//! Time left: "00:07", "59:59", then as age(): "1 h 47", "6 d 02 h". Rounded down; "00:00" when it is over.
[[nodiscard]] QString countdown(std::chrono::milliseconds left);

//! A short time in whole ms: "12 ms", "<1 ms". Negative: kMissing.
[[nodiscard]] QString latency(std::chrono::microseconds time, const QLocale &locale = QLocale::c());

} // namespace relay::format
