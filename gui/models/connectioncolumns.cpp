// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the connections table: names, widths, and in which order they give way.
#include "gui/models/connectioncells.h"

#include <QCoreApplication>
#include <QHash>

namespace relay::gui::cell {

namespace {

ColumnSpec mainSpec(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Status:
        return { .key = QStringLiteral("status"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Status"),
                 .kind = CellKind::Status,
                 .width = 116,
                 .description = QCoreApplication::translate("ConnectionColumns", "How it is doing, worst first") };
    case ConnectionColumn::Topic:
        return { .key = QStringLiteral("topic"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Topic"),
                 .kind = CellKind::Topic,
                 .minimum = 148 };
    case ConnectionColumn::Role:
        return { .key = QStringLiteral("role"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Role"),
                 .width = 92,
                 .hidesAt = 5 };
    case ConnectionColumn::Address:
        return { .key = QStringLiteral("address"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Address"),
                 .kind = CellKind::Address,
                 .width = 136,
                 .hidesAt = 8 };
    case ConnectionColumn::Booking:
        return { .key = QStringLiteral("booking"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Booking"),
                 .width = 88,
                 .hidesAt = 1 };
    default: return {};
    }
}

ColumnSpec figureSpec(ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::In:
        return { .key = QStringLiteral("in"),
                 .title = QCoreApplication::translate("ConnectionColumns", "In",
                                                      "Column: what the relay gets from a connection"),
                 .unit = QStringLiteral("Mbit/s"),
                 .kind = CellKind::Number,
                 .width = 80,
                 .hidesAt = 6,
                 .description = QCoreApplication::translate("ConnectionColumns", "What it sends to the relay") };
    case ConnectionColumn::Out:
        return { .key = QStringLiteral("out"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Out",
                                                      "Column: what the relay sends to a connection"),
                 .unit = QStringLiteral("Mbit/s"),
                 .kind = CellKind::Number,
                 .width = 84,
                 .hidesAt = 9,
                 .description = QCoreApplication::translate("ConnectionColumns", "What the relay sends to it") };
    case ConnectionColumn::LastMinute:
        return { .key = QStringLiteral("lastminute"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Last minute"),
                 .kind = CellKind::Spark,
                 .width = 88,
                 .hidesAt = 4 };
    case ConnectionColumn::Queue:
        return { .key = QStringLiteral("queue"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Queue"),
                 .kind = CellKind::Queue,
                 .width = 108,
                 .description = QCoreApplication::translate("ConnectionColumns", "What waits for it in the relay") };
    case ConnectionColumn::Drops:
        return { .key = QStringLiteral("drops"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Drops"),
                 .unit = QStringLiteral("/s"),
                 .kind = CellKind::Number,
                 .width = 66,
                 .description = QCoreApplication::translate("ConnectionColumns",
                                                            "Messages dropped a second, mean of the last 10 s") };
    case ConnectionColumn::RoundTrip:
        return { .key = QStringLiteral("rtt"),
                 .title = QCoreApplication::translate("ConnectionColumns", "RTT", "Column: round trip time"),
                 .unit = QStringLiteral("ms"),
                 .kind = CellKind::Number,
                 .width = 60,
                 .hidesAt = 7,
                 .description
                 = QCoreApplication::translate("ConnectionColumns", "Round trip from the relay to it and back") };
    case ConnectionColumn::Age:
        return { .key = QStringLiteral("age"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Age"),
                 .kind = CellKind::Number,
                 .width = 76,
                 .hidesAt = 2 };
    case ConnectionColumn::Expires:
        return { .key = QStringLiteral("expires"),
                 .title = QCoreApplication::translate("ConnectionColumns", "Expires"),
                 .kind = CellKind::Number,
                 .width = 72,
                 .hidesAt = 3,
                 .description = QCoreApplication::translate("ConnectionColumns", "Until its token ends") };
    default: return mainSpec(column);
    }
}

//! Those that are off until somebody wants them.
ColumnSpec extraSpec(ConnectionColumn column)
{
    const auto off = [](const char *key, const QString &title, CellKind kind, int width) {
        return ColumnSpec {
            .key = QString::fromLatin1(key), .title = title, .kind = kind, .width = width, .isShown = false
        };
    };
    switch (column) {
    case ConnectionColumn::UserAgent:
        return off("agent", QCoreApplication::translate("ConnectionColumns", "User agent"), CellKind::Text, 160);
    case ConnectionColumn::InMessages:
        return off("inmessages", QCoreApplication::translate("ConnectionColumns", "Messages in"), CellKind::Number, 96);
    case ConnectionColumn::OutMessages:
        return off("outmessages", QCoreApplication::translate("ConnectionColumns", "Messages out"), CellKind::Number,
                   100);
    case ConnectionColumn::TotalBytes:
        return off("bytes", QCoreApplication::translate("ConnectionColumns", "Total"), CellKind::Number, 84);
    case ConnectionColumn::TotalDrops:
        return off("dropped", QCoreApplication::translate("ConnectionColumns", "Dropped"), CellKind::Number, 84);
    case ConnectionColumn::Idle:
        return off("idle",
                   QCoreApplication::translate("ConnectionColumns", "Silent for", "Column: time since the last message"),
                   CellKind::Number, 84);
    case ConnectionColumn::Id:
        return off("id", QCoreApplication::translate("ConnectionColumns", "Id"), CellKind::Number, 72);
    case ConnectionColumn::Scopes:
        return off("scopes", QCoreApplication::translate("ConnectionColumns", "Scopes"), CellKind::Text, 96);
    case ConnectionColumn::Transport:
        return off("transport", QCoreApplication::translate("ConnectionColumns", "Transport"), CellKind::Text, 84);
    default: return figureSpec(column);
    }
}

} // namespace

ColumnSpec spec(ConnectionColumn column)
{
    static const QHash<QString, QString> exportKeys {
        { QStringLiteral("in"), QStringLiteral("in_bytes_per_s") },
        { QStringLiteral("out"), QStringLiteral("out_bytes_per_s") },
        { QStringLiteral("queue"), QStringLiteral("queued_bytes") },
        { QStringLiteral("drops"), QStringLiteral("drops_per_s") },
        { QStringLiteral("rtt"), QStringLiteral("rtt_ms") },
        { QStringLiteral("age"), QStringLiteral("connected_at") },
        { QStringLiteral("expires"), QStringLiteral("expires_at") },
        { QStringLiteral("bytes"), QStringLiteral("total_bytes") },
        { QStringLiteral("idle"), QStringLiteral("silent_ms") },
    };
    ColumnSpec spec = extraSpec(column);
    spec.exportKey = exportKeys.value(spec.key);
    return spec;
}

} // namespace relay::gui::cell
