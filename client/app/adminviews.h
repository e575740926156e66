// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "client/app/table.h"

#include <QJsonArray>
#include <QJsonObject>

//! What `relay admin` shows to people. Pure; `now` is ms since the epoch by the server's clock.
namespace relay::client {

[[nodiscard]] Table connectionsTable(const QVector<Connection> &connections, qint64 now);
[[nodiscard]] Table topicsTable(const QVector<Topic> &topics);
//! Of rows as objects.
[[nodiscard]] Table deniedTable(const QJsonArray &bookings, qint64 now);
[[nodiscard]] Table shellsTable(const QJsonArray &shells, qint64 now);
//! What came of a denial, in one line, and how to undo it. `keepsConnections`: it was not to cut any.
[[nodiscard]] QString deniedText(const QString &what, const QJsonObject &result, bool keepsConnections);
//! Rows of jobs.list and taps.list as objects; what a kick would do.
[[nodiscard]] Table jobsTable(const QJsonArray &jobs);
[[nodiscard]] Table tapsTable(const QJsonArray &taps);
[[nodiscard]] QString previewText(const QJsonObject &preview, qint64 now);
[[nodiscard]] QString totalsText(const Totals &totals); //!< some lines
[[nodiscard]] QString totalsLine(const Totals &totals); //!< one line, without its end
[[nodiscard]] QString infoText(const QJsonObject &info);
[[nodiscard]] QJsonObject totalsObject(const Totals &totals);

//! Rows as objects into records, by the names of their members.
[[nodiscard]] QVector<Connection> toConnections(const QJsonArray &objects);
[[nodiscard]] QVector<Topic> toTopics(const QJsonArray &objects);

} // namespace relay::client
