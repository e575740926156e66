// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/opentaps.h"

#include "client/admin/rowreader.h"
#include "common/admin/acts.h"
#include "common/admin/protocol.h"

#include <QJsonArray>

#include <utility>

namespace relay::client {

namespace {

OpenTap tapOf(const QStringList &columns, const QJsonArray &row)
{
    const auto value = [&](const char *name) { return row.at(columns.indexOf(QLatin1String(name))); };
    OpenTap tap;
    tap.id = quint64(value("id").toInteger());
    tap.user = value("user").toString();
    tap.uid = value("uid").toInteger();
    tap.target = value("target").toString();
    tap.direction = value("direction").toString();
    tap.openedAt = value("openedAt").toInteger();
    tap.endsAt = value("endsAt").toInteger();
    tap.messages = quint64(value("messages").toInteger());
    return tap;
}

} // namespace

OpenTaps::OpenTaps(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &AdminClient::stateChanged, this, &OpenTaps::follow);
    connect(&client, &AdminClient::notified, this, &OpenTaps::take);
    if (client.state() == AdminClient::State::Open)
        follow(AdminClient::State::Open);
}

void OpenTaps::follow(AdminClient::State state)
{
    m_cursor.reset();
    if (state == AdminClient::State::Open) {
        const QString name(admin::stream::kTaps);
        m_client.call(admin::method::kSubscribe,
                      { { QStringLiteral("sub"), name }, { QStringLiteral("stream"), name } }, {});
    } else if (!std::exchange(m_taps, {}).isEmpty()) {
        Q_EMIT changed();
    }
}

void OpenTaps::take(const QString &method, const QJsonObject &params)
{
    const bool isSnapshot = method == admin::notification::kSnapshot;
    if ((!isSnapshot && method != admin::notification::kDelta)
        || params.value(QLatin1String("sub")).toString() != admin::stream::kTaps)
        return;
    switch (isSnapshot ? m_cursor.onSnapshot(params) : m_cursor.onDelta(params)) {
    case StreamCursor::Step::Begin:
        m_columns = readColumns(params.value(QLatin1String("columns")));
        m_taps.clear();
        [[fallthrough]];
    case StreamCursor::Step::Continue: put(params.value(QLatin1String("rows")).toArray()); break;
    case StreamCursor::Step::Update: {
        put(params.value(QLatin1String("set")).toArray());
        const QJsonArray removed = params.value(QLatin1String("del")).toArray();
        for (const QJsonValue &id : removed)
            m_taps.remove(quint64(id.toInteger()));
        break;
    }
    case StreamCursor::Step::Resync:
        m_client.call(admin::method::kResync, { { QStringLiteral("sub"), QString(admin::stream::kTaps) } }, {});
        return;
    case StreamCursor::Step::Ignore: return;
    }
    Q_EMIT changed();
}

void OpenTaps::put(const QJsonArray &rows)
{
    for (const QJsonValue &row : rows) {
        const OpenTap tap = tapOf(m_columns, row.toArray());
        m_taps.insert(tap.id, tap);
    }
}

} // namespace relay::client
