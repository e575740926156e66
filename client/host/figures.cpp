// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/figures.h"

#include "client/session/reporter.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace relay::client::host {

namespace {

QJsonValue moment(qint64 ms)
{
    if (ms == 0)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject feed(const FeedHub &hub, const QString &name, const FeedFigures &figures)
{
    return {
        { QStringLiteral("publishers"), hub.writers(name) },
        { QStringLiteral("readers"), hub.readers(name) },
        { QStringLiteral("messages"), figures.messages },
        { QStringLiteral("bytes"), figures.bytes },
        { QStringLiteral("unread"), figures.unread },
        { QStringLiteral("dropped"), figures.dropped },
        { QStringLiteral("lastMessage"), moment(figures.lastMessage) },
    };
}

QJsonObject destination(const Outlet &outlet)
{
    const OutletFigures &figures = outlet.figures();
    return {
        { QStringLiteral("stream"), outlet.rule().stream },
        { QStringLiteral("destination"), outlet.rule().destination },
        { QStringLiteral("state"), session::wordFor(outlet.status().state) },
        { QStringLiteral("text"), outlet.status().text },
        { QStringLiteral("refused"), outlet.status().isRefusal },
        { QStringLiteral("connections"), figures.connections },
        { QStringLiteral("messages"), figures.messagesOut },
        { QStringLiteral("bytes"), figures.bytesOut },
        { QStringLiteral("messagesIn"), figures.messagesIn },
        { QStringLiteral("bytesIn"), figures.bytesIn },
        { QStringLiteral("dropped"), figures.dropped },
        { QStringLiteral("droppedBytes"), figures.droppedBytes },
        { QStringLiteral("waiting"), outlet.waiting().size() },
        { QStringLiteral("waitingBytes"), outlet.waiting().bytes() },
        { QStringLiteral("lastMessage"), moment(figures.lastMessage) },
        { QStringLiteral("fileFault"), outlet.fileFault() },
    };
}

} // namespace

QByteArray figuresJson(const FeedHub &hub, const Outlets &outlets, const Equipment &equipment)
{
    QJsonObject feeds;
    for (const auto &[name, figures] : hub.figures())
        feeds.insert(name, feed(hub, name, figures));
    QJsonObject destinations;
    for (const auto &[id, outlet] : outlets.all())
        destinations.insert(id, destination(*outlet));
    QJsonObject all = equipment.figures();
    all.insert(QStringLiteral("feeds"), feeds);
    all.insert(QStringLiteral("destinations"), destinations);
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace relay::client::host
