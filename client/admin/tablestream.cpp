// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/tablestream.h"

#include "client/admin/rowreader.h"
#include "common/admin/protocol.h"

#include <QJsonArray>

#include <utility>

namespace relay::client {

TableStream::TableStream(AdminClient &client, const QString &stream, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_stream(stream)
{
    connect(&client, &AdminClient::stateChanged, this, &TableStream::followState);
    connect(&client, &AdminClient::notified, this, &TableStream::take);
    followState(client.state());
}

void TableStream::followState(AdminClient::State state)
{
    m_isComplete = false;
    if (state != AdminClient::State::Open)
        return;
    m_cursor.reset();
    m_client.call(admin::method::kSubscribe,
                  { { QStringLiteral("sub"), m_stream }, { QStringLiteral("stream"), m_stream } }, {});
}

void TableStream::take(const QString &method, const QJsonObject &params)
{
    const bool isSnapshot = method == admin::notification::kSnapshot;
    if ((!isSnapshot && method != admin::notification::kDelta)
        || params.value(QLatin1String("sub")).toString() != m_stream)
        return;
    isSnapshot ? takeSnapshot(params) : takeDelta(params);
}

void TableStream::takeSnapshot(const QJsonObject &params)
{
    switch (m_cursor.onSnapshot(params)) {
    case StreamCursor::Step::Begin:
        m_columns = readColumns(params.value(QLatin1String("columns")));
        m_next.clear();
        [[fallthrough]];
    case StreamCursor::Step::Continue:
        collect(params.value(QLatin1String("rows")).toArray(), m_next);
        if (!m_cursor.isComplete())
            return;
        m_rows = std::exchange(m_next, {});
        m_isComplete = true;
        Q_EMIT changed();
        return;
    case StreamCursor::Step::Resync: resync(); return;
    default: return;
    }
}

void TableStream::takeDelta(const QJsonObject &params)
{
    switch (m_cursor.onDelta(params)) {
    case StreamCursor::Step::Update: {
        collect(params.value(QLatin1String("set")).toArray(), m_rows);
        const QJsonArray gone = params.value(QLatin1String("del")).toArray();
        for (const QJsonValue &id : gone)
            m_rows.remove(keyOf(id));
        Q_EMIT changed();
        return;
    }
    case StreamCursor::Step::Resync: resync(); return;
    default: return;
    }
}

QString TableStream::keyOf(const QJsonValue &id)
{
    // Numbers get leading zeros, so that the map has them in their order.
    return id.isDouble() ? QString::number(id.toInteger()).rightJustified(16, QLatin1Char('0')) : id.toString();
}

void TableStream::collect(const QJsonArray &rows, QMap<QString, QJsonObject> &into) const
{
    for (const QJsonValue &each : rows) {
        const QJsonObject object = rowAsObject(m_columns, each.toArray());
        const QString key = keyOf(object.value(QLatin1String("id")));
        if (!key.isEmpty())
            into.insert(key, object);
    }
}

void TableStream::resync()
{
    m_client.call(admin::method::kResync, { { QStringLiteral("sub"), m_stream } }, {});
}

} // namespace relay::client
