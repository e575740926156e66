// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectioncells.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace relay::gui::cell {

namespace {

qint64 lastMessageAt(const client::Connection &c)
{
    return std::max(c.lastInAt, c.lastOutAt);
}

QString ageText(const client::Connection &c, qint64 now)
{
    return c.openedAt == 0 ? format::missing() : format::age(now - c.openedAt);
}

QString idleText(const client::Connection &c, qint64 now)
{
    return lastMessageAt(c) == 0 ? format::missing() : format::age(now - lastMessageAt(c));
}

QString expiresText(const client::Connection &c, qint64 now)
{
    return c.expiresAt == 0 ? format::never() : format::remaining(c.expiresAt - now);
}

QString orMissing(const QString &text)
{
    return text.isEmpty() ? format::missing() : text;
}

template<typename T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

//! Within one status the worst cause stands first. Coarsely, so that rows do not change places over nothing.
int compareCause(const ConnectionRow &a, const ConnectionRow &b)
{
    constexpr quint64 kQueueStep = 64 * 1024;
    switch (a.status) {
    case Status::Dropping: return order(qRound64(b.dropRate), qRound64(a.dropRate));
    case Status::Slow: return order(b.connection.queuedBytes / kQueueStep, a.connection.queuedBytes / kQueueStep);
    case Status::Expiring: return order(a.connection.expiresAt, b.connection.expiresAt);
    default: return 0;
    }
}

int compareExpiry(qint64 a, qint64 b)
{
    if ((a == 0) != (b == 0))
        return a == 0 ? 1 : -1; // one that never ends comes last
    return order(a, b);
}

int compareFigures(const client::Connection &a, const client::Connection &b, ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::In: return order(a.inRate, b.inRate);
    case ConnectionColumn::Out: return order(a.outRate, b.outRate);
    case ConnectionColumn::LastMinute: return order(std::max(a.inRate, a.outRate), std::max(b.inRate, b.outRate));
    case ConnectionColumn::Queue: return order(a.queuedBytes, b.queuedBytes);
    case ConnectionColumn::RoundTrip: return order(a.rttMs, b.rttMs);
    case ConnectionColumn::Age: return order(b.openedAt, a.openedAt);
    case ConnectionColumn::Expires: return compareExpiry(a.expiresAt, b.expiresAt);
    case ConnectionColumn::InMessages: return order(a.inMessages, b.inMessages);
    case ConnectionColumn::OutMessages: return order(a.outMessages, b.outMessages);
    case ConnectionColumn::TotalBytes: return order(a.inBytes + a.outBytes, b.inBytes + b.outBytes);
    case ConnectionColumn::TotalDrops: return order(a.dropped, b.dropped);
    case ConnectionColumn::Idle: return order(lastMessageAt(b), lastMessageAt(a));
    case ConnectionColumn::Id: return order(a.id, b.id);
    default: return 0;
    }
}

QString statusExplanation(const ConnectionRow &row, qint64 now)
{
    const client::Connection &c = row.connection;
    switch (row.status) {
    case Status::Dropping:
        return QCoreApplication::translate(
                   "ConnectionCells",
                   "Messages to it were dropped in the last 10 s: it reads less than its topic offers. %1 dropped in all.")
            .arg(format::count(static_cast<qint64>(c.dropped)));
    case Status::Slow:
        return QCoreApplication::translate("ConnectionCells",
                                           "It reads too slowly: %1 wait for it, the oldest message for %2 ms.")
            .arg(format::bytes(c.queuedBytes), format::count(c.queuedMs));
    case Status::Expiring:
        return QCoreApplication::translate("ConnectionCells", "Its token ends in %1; the relay closes it then.")
            .arg(expiresText(c, now));
    case Status::Idle:
        return QCoreApplication::translate("ConnectionCells", "No message either way for a minute or more.");
    case Status::Healthy:
        return QCoreApplication::translate("ConnectionCells", "Nothing dropped, nothing waiting for long.");
    case Status::Kicked:
        return QCoreApplication::translate("ConnectionCells", "Closed from here. It may connect again.");
    }
    return {};
}

} // namespace

QString text(const ConnectionRow &row, ConnectionColumn column, qint64 now)
{
    const client::Connection &c = row.connection;
    switch (column) {
    case ConnectionColumn::Status: return statusWord(row.status);
    case ConnectionColumn::Topic: return format::topic(c.topic);
    case ConnectionColumn::Role: return format::role(c.role);
    case ConnectionColumn::Address: return orMissing(format::peer(c.address));
    case ConnectionColumn::Booking: return c.bookingId.isEmpty() ? format::missing() : c.bookingId.left(8);
    case ConnectionColumn::In: return format::mbits(c.inRate);
    case ConnectionColumn::Out: return format::mbits(c.outRate);
    case ConnectionColumn::LastMinute: return {};
    case ConnectionColumn::Queue: return format::bytes(c.queuedBytes);
    case ConnectionColumn::Drops: return format::perSecond(row.dropRate);
    case ConnectionColumn::RoundTrip: return c.rttMs < 0 ? format::missing() : format::count(c.rttMs);
    case ConnectionColumn::Age: return ageText(c, now);
    case ConnectionColumn::Expires: return expiresText(c, now);
    case ConnectionColumn::UserAgent: return orMissing(c.userAgent);
    case ConnectionColumn::InMessages: return format::count(static_cast<qint64>(c.inMessages));
    case ConnectionColumn::OutMessages: return format::count(static_cast<qint64>(c.outMessages));
    case ConnectionColumn::TotalBytes: return format::bytes(c.inBytes + c.outBytes);
    case ConnectionColumn::TotalDrops: return format::count(static_cast<qint64>(c.dropped));
    case ConnectionColumn::Idle: return idleText(c, now);
    case ConnectionColumn::Id: return QString::number(c.id);
    case ConnectionColumn::Scopes: return orMissing(c.scopes.join(QStringLiteral(", ")));
    case ConnectionColumn::Transport: return orMissing(c.transport);
    }
    return {};
}

QVariant raw(const ConnectionRow &row, ConnectionColumn column, qint64 now)
{
    const client::Connection &c = row.connection;
    switch (column) {
    case ConnectionColumn::Status: return sortRank(row.status);
    case ConnectionColumn::In: return c.inRate;
    case ConnectionColumn::Out: return c.outRate;
    case ConnectionColumn::LastMinute: return std::max(c.inRate, c.outRate);
    case ConnectionColumn::Queue: return c.queuedBytes;
    case ConnectionColumn::Drops: return row.dropRate;
    case ConnectionColumn::RoundTrip: return c.rttMs;
    case ConnectionColumn::Age: return now - c.openedAt;
    case ConnectionColumn::Expires: return c.expiresAt;
    case ConnectionColumn::InMessages: return c.inMessages;
    case ConnectionColumn::OutMessages: return c.outMessages;
    case ConnectionColumn::TotalBytes: return c.inBytes + c.outBytes;
    case ConnectionColumn::TotalDrops: return c.dropped;
    case ConnectionColumn::Idle: return now - lastMessageAt(c);
    case ConnectionColumn::Id: return c.id;
    case ConnectionColumn::Topic: return c.topic;
    case ConnectionColumn::Address: return c.address;
    case ConnectionColumn::Role: return c.role;
    case ConnectionColumn::Booking: return c.bookingId;
    default: return text(row, column, now);
    }
}

QVariant exported(const ConnectionRow &row, ConnectionColumn column, qint64 now)
{
    const client::Connection &c = row.connection;
    const auto time = [](qint64 at) {
        return at == 0 ? QVariant() : QDateTime::fromMSecsSinceEpoch(at).toUTC().toString(Qt::ISODateWithMs);
    };
    switch (column) {
    case ConnectionColumn::Status: return statusFilter(row.status);
    case ConnectionColumn::RoundTrip: return c.rttMs < 0 ? QVariant() : c.rttMs;
    case ConnectionColumn::Age: return time(c.openedAt);
    case ConnectionColumn::Expires: return time(c.expiresAt);
    case ConnectionColumn::UserAgent: return c.userAgent;
    case ConnectionColumn::Scopes: return c.scopes.join(QLatin1Char(' '));
    case ConnectionColumn::Transport: return c.transport;
    default: return raw(row, column, now);
    }
}

QString explanation(const ConnectionRow &row, ConnectionColumn column, qint64 now)
{
    const client::Connection &c = row.connection;
    switch (column) {
    case ConnectionColumn::Status: return statusExplanation(row, now);
    case ConnectionColumn::Topic: return c.topic;
    case ConnectionColumn::Address: return orMissing(addresses::shown(c.address));
    case ConnectionColumn::Booking: return orMissing(c.bookingId);
    case ConnectionColumn::In:
        return QCoreApplication::translate("ConnectionCells", "It sends %1 bytes/s")
            .arg(format::count(qRound64(c.inRate)));
    case ConnectionColumn::Out:
        return QCoreApplication::translate("ConnectionCells", "It gets %1 bytes/s")
            .arg(format::count(qRound64(c.outRate)));
    case ConnectionColumn::LastMinute: {
        const format::Quantity top = format::rate(row.sparkScale);
        return QCoreApplication::translate("ConnectionCells",
                                           "The larger direction in the last minute; the full height is %1 %2")
            .arg(top.value, top.unit);
    }
    case ConnectionColumn::Queue:
        return QCoreApplication::translate("ConnectionCells", "%1 of %2 are waiting, the oldest message for %3 ms")
            .arg(format::bytes(c.queuedBytes), format::bytes(kQueueCap), format::count(c.queuedMs));
    case ConnectionColumn::Drops:
        return QCoreApplication::translate("ConnectionCells", "%1 messages dropped in all")
            .arg(format::count(static_cast<qint64>(c.dropped)));
    case ConnectionColumn::Age:
        return QCoreApplication::translate("ConnectionCells", "Connected since %1").arg(format::dateTime(c.openedAt));
    case ConnectionColumn::Expires:
        return c.expiresAt == 0
            ? QCoreApplication::translate("ConnectionCells", "It may stay for as long as it likes.")
            : QCoreApplication::translate("ConnectionCells", "Its token ends at %1").arg(format::dateTime(c.expiresAt));
    default: return text(row, column, now);
    }
}

Cause cause(const ConnectionRow &row, ConnectionColumn column)
{
    const bool isDropping = row.status == Status::Dropping;
    if (column == ConnectionColumn::Drops && isDropping)
        return Cause::Solid;
    if (column == ConnectionColumn::Queue && (isDropping || row.status == Status::Slow))
        return Cause::Tint;
    if (column == ConnectionColumn::Expires && row.status == Status::Expiring)
        return Cause::Tint;
    return Cause::None;
}

bool isDim(const ConnectionRow &row, ConnectionColumn column, qint64 now)
{
    const client::Connection &c = row.connection;
    switch (column) {
    case ConnectionColumn::In: return c.inRate == 0;
    case ConnectionColumn::Out: return c.outRate == 0;
    case ConnectionColumn::Queue: return c.queuedBytes == 0;
    case ConnectionColumn::Drops: return row.dropRate == 0;
    case ConnectionColumn::TotalDrops: return c.dropped == 0;
    case ConnectionColumn::InMessages: return c.inMessages == 0;
    case ConnectionColumn::OutMessages: return c.outMessages == 0;
    default: return text(row, column, now) == format::missing();
    }
}

int compare(const ConnectionRow &a, const ConnectionRow &b, ConnectionColumn column)
{
    switch (column) {
    case ConnectionColumn::Status: {
        const int byRank = order(sortRank(a.status), sortRank(b.status));
        return byRank != 0 ? byRank : compareCause(a, b);
    }
    case ConnectionColumn::Drops: return order(a.dropRate, b.dropRate);
    case ConnectionColumn::Topic: return a.connection.topic.compare(b.connection.topic);
    case ConnectionColumn::Role: return a.connection.role.compare(b.connection.role);
    case ConnectionColumn::Address: return a.connection.address.compare(b.connection.address);
    case ConnectionColumn::Booking: return a.connection.bookingId.compare(b.connection.bookingId);
    case ConnectionColumn::UserAgent:
        return a.connection.userAgent.compare(b.connection.userAgent, Qt::CaseInsensitive);
    case ConnectionColumn::Transport: return a.connection.transport.compare(b.connection.transport);
    case ConnectionColumn::Scopes: return order(a.connection.scopes, b.connection.scopes);
    default: return compareFigures(a.connection, b.connection, column);
    }
}

} // namespace relay::gui::cell
