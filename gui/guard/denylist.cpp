// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/denylist.h"

#include "client/admin/rowreader.h"
#include "common/admin/protocol.h"

#include <QJsonArray>
#include <QPointer>

#include <chrono>
#include <utility>

namespace relay::gui::guard {

using namespace std::chrono_literals;

namespace {

Denial denialOf(const QStringList &columns, const QJsonArray &row)
{
    const auto value = [&](const char *name) {
        const qsizetype column = columns.indexOf(QLatin1String(name));
        return column < 0 ? QJsonValue() : row.at(column);
    };
    return { .id = value("id").toString(),
             .what = value("what").toString(),
             .until = value("until").toInteger(),
             .deniedAt = value("deniedAt").toInteger(),
             .by = value("by").toString(),
             .reason = value("reason").toString() };
}

} // namespace

DenyList::DenyList(client::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setInterval(3s);
    connect(&m_timer, &QTimer::timeout, this, &DenyList::refresh);
    connect(&client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        if (state == client::AdminClient::State::Open)
            refresh();
    });
    if (client.state() == client::AdminClient::State::Open)
        refresh();
}

void DenyList::setWatched(bool isWatched)
{
    if (isWatched == m_timer.isActive())
        return;
    isWatched ? m_timer.start() : m_timer.stop();
    if (isWatched)
        refresh();
}

void DenyList::refresh()
{
    if (m_client.state() != client::AdminClient::State::Open)
        return;
    if (m_isAsking) {
        m_isAskedAgain = true;
        return;
    }
    m_isAsking = true;
    m_next.clear();
    ask({});
}

void DenyList::ask(const QString &cursor)
{
    QJsonObject params;
    if (!cursor.isEmpty())
        params.insert(QStringLiteral("cursor"), cursor);
    m_client.call(admin::method::kDenyList, params, [self = QPointer(this)](const client::Reply &reply) {
        if (!self.isNull())
            self->take(reply);
    });
}

void DenyList::take(const client::Reply &reply)
{
    const QJsonObject result = reply.result.toObject();
    const QStringList columns = client::readColumns(result.value(QLatin1String("columns")));
    const QJsonArray rows = result.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows)
        if (m_next.size() < kMostRows)
            m_next.append(denialOf(columns, row.toArray()));
    const QString cursor = result.value(QLatin1String("cursor")).toString();
    if (reply.isOk() && !cursor.isEmpty() && m_next.size() < kMostRows) {
        ask(cursor);
        return;
    }
    m_isAsking = false;
    const bool isLost = reply.errorClass == QLatin1String("Lost");
    const QString problem = isLost ? m_problem : reply.errorText;
    const QVector<Denial> next = isLost ? m_denials : std::exchange(m_next, {});
    const bool isFirst = !isLost && !std::exchange(m_isKnown, true);
    const bool isOther = isFirst || problem != m_problem || next != m_denials;
    m_isCut = !cursor.isEmpty();
    m_problem = problem;
    m_denials = next;
    if (isOther)
        Q_EMIT changed();
    if (std::exchange(m_isAskedAgain, false))
        refresh();
}

} // namespace relay::gui::guard
