// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/column.h"
#include "gui/models/connectionrow.h"

#include <QVariant>

namespace relay::gui {

enum class ConnectionColumn {
    Status,
    Topic,
    Role,
    Address,
    Booking,
    In,
    Out,
    LastMinute,
    Queue,
    Drops,
    RoundTrip,
    Age,
    Expires,
    UserAgent,
    InMessages,
    OutMessages,
    TotalBytes,
    TotalDrops,
    Idle,
    Id,
    Scopes,
    Transport,
};
inline constexpr int kConnectionColumns = static_cast<int>(ConnectionColumn::Transport) + 1;

//! Pure functions from a row to what its cells show. `now`: ms since the epoch, the moment the table is of.
namespace cell {

[[nodiscard]] ColumnSpec spec(ConnectionColumn column);
[[nodiscard]] QString text(const ConnectionRow &row, ConnectionColumn column, qint64 now);
[[nodiscard]] QVariant raw(const ConnectionRow &row, ConnectionColumn column, qint64 now);
//! For a file: English words, ISO 8601, nothing where nothing is known.
[[nodiscard]] QVariant exported(const ConnectionRow &row, ConnectionColumn column, qint64 now);
[[nodiscard]] QString explanation(const ConnectionRow &row, ConnectionColumn column, qint64 now);
[[nodiscard]] Cause cause(const ConnectionRow &row, ConnectionColumn column);
[[nodiscard]] bool isDim(const ConnectionRow &row, ConnectionColumn column, qint64 now);

//! Typed order of two rows in a column: below 0, 0, above 0. Equal rows are told apart by topic and id elsewhere.
[[nodiscard]] int compare(const ConnectionRow &a, const ConnectionRow &b, ConnectionColumn column);

} // namespace cell

} // namespace relay::gui
