// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/status.h"

#include <QCoreApplication>

#include <algorithm>

namespace relay::gui {

namespace {

void noteDrops(const client::Connection &connection, qint64 now, StatusMemory &memory)
{
    if (memory.isKnown && connection.dropped > memory.dropped)
        memory.lastDropAt = now;
    memory.dropped = connection.dropped;
    memory.isKnown = true;
}

void noteQueue(const client::Connection &connection, qint64 now, StatusMemory &memory, const StatusThresholds &limit)
{
    const bool isOver = connection.queuedBytes > limit.slowBytes || connection.queuedMs > limit.slowQueuedMs;
    const bool isWellUnder
        = connection.queuedBytes * 2 < limit.slowBytes && connection.queuedMs * 2 < limit.slowQueuedMs;
    if (!isOver)
        memory.overSince = 0;
    else if (memory.overSince == 0)
        memory.overSince = now;
    if (isOver && now - memory.overSince >= limit.slowAfterMs)
        memory.isSlow = true;
    else if (isWellUnder)
        memory.isSlow = false;
}

} // namespace

Status judge(const client::Connection &connection, qint64 now, StatusMemory &memory, const StatusThresholds &thresholds)
{
    noteDrops(connection, now, memory);
    noteQueue(connection, now, memory, thresholds);
    if (memory.lastDropAt != 0 && now - memory.lastDropAt < thresholds.droppingForMs)
        return Status::Dropping;
    if (memory.isSlow)
        return Status::Slow;
    if (connection.expiresAt != 0 && connection.expiresAt - now <= thresholds.expiringMs)
        return Status::Expiring;
    const qint64 lastAt = std::max({ connection.openedAt, connection.lastInAt, connection.lastOutAt });
    return now - lastAt >= thresholds.idleMs ? Status::Idle : Status::Healthy;
}

int sortRank(Status status)
{
    switch (status) {
    case Status::Dropping: return 0;
    case Status::Slow: return 1;
    case Status::Expiring: return 2;
    case Status::Kicked: return 3;
    case Status::Healthy: return 4;
    case Status::Idle: return 5;
    }
    return 5;
}

QString statusIcon(Status status)
{
    return status == Status::Kicked ? QStringLiteral("kick") : statusFilter(status);
}

QString statusWord(Status status)
{
    switch (status) {
    case Status::Dropping:
        return QCoreApplication::translate("Status", "Dropping", "Status of a connection: messages to it are dropped");
    case Status::Slow:
        return QCoreApplication::translate("Status", "Slow", "Status of a connection: it reads too slowly");
    case Status::Expiring:
        return QCoreApplication::translate("Status", "Expiring", "Status of a connection: its token ends soon");
    case Status::Idle:
        return QCoreApplication::translate("Status", "Idle", "Status of a connection: no messages for a minute");
    case Status::Healthy:
        return QCoreApplication::translate("Status", "Healthy", "Status of a connection: all is well");
    case Status::Kicked:
        return QCoreApplication::translate("Status", "Kicked",
                                           "Status of a connection that an operator has just closed");
    }
    return {};
}

QString statusFilter(Status status)
{
    switch (status) {
    case Status::Dropping: return QStringLiteral("dropping");
    case Status::Slow: return QStringLiteral("slow");
    case Status::Expiring: return QStringLiteral("expiring");
    case Status::Idle: return QStringLiteral("idle");
    case Status::Healthy: return QStringLiteral("healthy");
    case Status::Kicked: return QStringLiteral("kicked");
    }
    return {};
}

} // namespace relay::gui
