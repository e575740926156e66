// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace relay::client {

/*!
 * A time to come, as people write it: a length of time from now ("90s", "1h30m", "3d"), a time of day, which is today's
 * or tomorrow's ("17:30"), or a date with a time ("2026-11-22T17:30", "2026-11-22 17:30:00Z", "...+01:00"). Without Z or
 * offset it is in now's time zone. No value: it is none of these. It may be in the past. Pure.
 */
[[nodiscard]] std::optional<QDateTime> parseMoment(const QString &text, const QDateTime &now);

} // namespace relay::client
