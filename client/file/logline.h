// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QTimeZone>

#include <cstdint>
#include <optional>

//! A line of a text recording: `[2022-03-13T19:15:32.015Z] content`, the time as RFC 3339 with the zone's offset.
namespace relay::client::file {

struct LogLine
{
    std::int64_t at = 0; //!< ns since the epoch
    QByteArray content;  //!< UTF-8; of a binary message its base64
};

//! With its newline. Zeros at the end of the fraction are left out, as are fractions that are none.
[[nodiscard]] QByteArray formatLogLine(const LogLine &line, const QTimeZone &zone);

//! Nothing when the line, without its newline, does not begin with a time in brackets.
[[nodiscard]] std::optional<LogLine> parseLogLine(QByteArrayView line);

} // namespace relay::client::file
