// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/moment.h"

#include "common/config/value.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <chrono>

namespace relay::client {

namespace {

using namespace std::chrono;

constexpr milliseconds kLongest = hours(24 * 36'500); // a hundred years; more is a slip of the finger

std::optional<milliseconds> lengthOf(const QString &text)
{
    static const QRegularExpression days(QStringLiteral("^([0-9]{1,5})d(.*)$"));
    milliseconds length { 0 };
    QString rest = text;
    if (const auto match = days.match(text); match.hasMatch()) {
        length = hours(24 * match.captured(1).toInt());
        rest = match.captured(2);
        if (rest.isEmpty())
            return length;
    }
    // A bare number could be seconds or a date, so it is neither.
    if (rest.isEmpty() || rest.back().isDigit())
        return std::nullopt;
    const auto parsed = config::parseDuration(rest);
    if (!parsed || duration_cast<milliseconds>(*parsed) > kLongest)
        return std::nullopt;
    return length + duration_cast<milliseconds>(*parsed);
}

std::optional<QDateTime> timeOfDay(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(QStringLiteral("^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$"));
    if (!form.match(text).hasMatch())
        return std::nullopt;
    QTime time = QTime::fromString(text, QStringLiteral("H:mm:ss"));
    if (!time.isValid())
        time = QTime::fromString(text, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    QDateTime moment = now;
    moment.setTime(time);
    return moment > now ? moment : moment.addDays(1);
}

std::optional<QDateTime> fullTime(QString text, const QDateTime &now)
{
    static const QRegularExpression form(
        QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime moment = QDateTime::fromString(text.replace(10, 1, QLatin1Char('T')), Qt::ISODate);
    if (match.captured(2).isEmpty() && moment.isValid()) {
        QDateTime there = now;
        there.setDate(moment.date());
        there.setTime(moment.time());
        moment = there;
    }
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

} // namespace

std::optional<QDateTime> parseMoment(const QString &text, const QDateTime &now)
{
    const QString word = text.trimmed();
    if (const auto length = lengthOf(word))
        return now.addMSecs(length->count());
    if (const auto moment = timeOfDay(word, now))
        return moment;
    return fullTime(word, now);
}

} // namespace relay::client
