// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/logline.h"

#include <QDateTime>

namespace relay::client::file {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr qsizetype kMaxDigits = 9; // of a fraction

QByteArray fractionText(std::int64_t nanoseconds)
{
    if (nanoseconds == 0)
        return {};
    QByteArray digits = QByteArray::number(qint64(nanoseconds)).rightJustified(kMaxDigits, '0');
    while (digits.endsWith('0'))
        digits.chop(1);
    return '.' + digits;
}

QByteArray offsetText(int seconds)
{
    if (seconds == 0)
        return "Z";
    const int minutes = std::abs(seconds) / 60;
    return QByteArray(seconds < 0 ? "-" : "+") + QByteArray::number(minutes / 60).rightJustified(2, '0') + ':'
        + QByteArray::number(minutes % 60).rightJustified(2, '0');
}

//! ns of ".015"; nothing when there are no digits, or too many. `text` is moved behind them.
std::optional<std::int64_t> takeFraction(QByteArrayView &text)
{
    if (!text.startsWith('.'))
        return 0;
    qsizetype end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    const QByteArray digits = text.sliced(1, end - 1).toByteArray();
    if (digits.isEmpty() || digits.size() > kMaxDigits)
        return std::nullopt;
    text = text.sliced(end);
    return digits.leftJustified(kMaxDigits, '0').toLongLong();
}

} // namespace

QByteArray formatLogLine(const LogLine &line, const QTimeZone &zone)
{
    std::int64_t seconds = line.at / kSecond;
    std::int64_t rest = line.at % kSecond;
    if (rest < 0) {
        rest += kSecond;
        --seconds;
    }
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const int offset = zone.offsetFromUtc(utc);
    const QString local = utc.addSecs(offset).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    return '[' + local.toLatin1() + fractionText(rest) + offsetText(offset) + "] " + line.content + '\n';
}

std::optional<LogLine> parseLogLine(QByteArrayView line)
{
    constexpr qsizetype kDateAndTime = 19;
    const qsizetype end = line.indexOf("] ");
    if (!line.startsWith('[') || end < kDateAndTime + 1)
        return std::nullopt;
    const QByteArrayView stamp = line.sliced(1, end - 1);
    QByteArrayView rest = stamp.sliced(kDateAndTime);
    const auto fraction = takeFraction(rest);
    const QString whole = QString::fromLatin1(stamp.first(kDateAndTime)) + QString::fromLatin1(rest);
    const QDateTime time = QDateTime::fromString(whole, Qt::ISODate);
    // Without its zone a time means another moment elsewhere.
    if (!fraction || rest.isEmpty() || !time.isValid())
        return std::nullopt;
    return LogLine { time.toSecsSinceEpoch() * kSecond + *fraction, line.sliced(end + 2).toByteArray() };
}

} // namespace relay::client::file
