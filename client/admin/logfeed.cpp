// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/logfeed.h"

#include "client/admin/rowreader.h"
#include "common/admin/figures.h"
#include "common/admin/protocol.h"

#include <QPointer>

#include <utility>

namespace relay::client {

LogFeed::LogFeed(AdminClient &client, Names names, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_names(std::move(names))
{
    connect(&client, &AdminClient::stateChanged, this, &LogFeed::followState);
    connect(&client, &AdminClient::notified, this, [this](const QString &method, const QJsonObject &params) {
        if (method == m_names.notification && params.value(QLatin1String("sub")).toString() == m_names.stream)
            takeNotification(params);
    });
    if (client.state() == AdminClient::State::Open)
        begin(); // nothing can answer before we are made
}

LogFeed::~LogFeed() = default;

void LogFeed::followState(AdminClient::State state)
{
    if (state == AdminClient::State::Open)
        begin();
    else
        ++m_round;
}

void LogFeed::begin()
{
    ++m_round;
    m_waiting.clear();
    m_isReading = false;
    const bool isKnown = m_client.hello().features.contains(m_names.feature);
    const QPointer<LogFeed> guard(this);
    if (std::exchange(m_epoch, m_client.hello().epoch) != m_client.hello().epoch) {
        const bool hadRecords = m_next > 1;
        m_next = 1;
        m_lost = 0;
        if (hadRecords) {
            clear();
            Q_EMIT wasReset();
        }
    }
    if (guard)
        setAvailable(isKnown);
    if (!guard || !isKnown || m_client.state() != AdminClient::State::Open)
        return;
    m_isReading = true;
    const QJsonObject params { { QStringLiteral("sub"), m_names.stream }, { QStringLiteral("stream"), m_names.stream } };
    m_client.call(admin::method::kSubscribe, params, {});
    readList(); // answered after the subscription has begun, so nothing falls between the two
}

void LogFeed::readList()
{
    const QPointer<LogFeed> guard(this);
    m_client.call(m_names.list, { { QStringLiteral("since"), qint64(m_next) } },
                  [this, guard, round = m_round](const Reply &reply) {
                      if (!guard || round != m_round)
                          return;
                      if (reply.isOk())
                          takeList(reply.result.toObject());
                      else
                          setAvailable(m_isReading = false);
                  });
}

void LogFeed::takeList(const QJsonObject &list)
{
    m_lost += quint64(list.value(QLatin1String("lost")).toInteger());
    const QPointer<LogFeed> guard(this);
    append(rowsAsObjects(list));
    if (!guard)
        return;
    m_next = qMax(m_next, quint64(list.value(QLatin1String("next")).toInteger()));
    if (list.value(QLatin1String("more")).toBool()) {
        readList();
        return;
    }
    m_isReading = false;
    append(std::exchange(m_waiting, {}));
}

void LogFeed::takeNotification(const QJsonObject &params)
{
    m_lost += quint64(params.value(QLatin1String("lost")).toInteger());
    if (m_isReading)
        m_waiting << params;
    else
        append({ params });
}

void LogFeed::append(const QVector<QJsonObject> &objects)
{
    QVector<QJsonObject> fresh;
    for (const QJsonObject &object : objects) {
        const auto n = quint64(object.value(QLatin1String("n")).toInteger());
        if (n < m_next)
            continue;
        m_next = n + 1;
        fresh << object;
    }
    if (fresh.isEmpty())
        return;
    const QPointer<LogFeed> guard(this);
    if (const int excess = qMin(count(), count() + int(fresh.size()) - kKept); excess > 0) {
        dropOldest(excess);
        Q_EMIT oldestDropped(excess);
    }
    if (!guard)
        return;
    take(fresh);
    Q_EMIT appended(int(fresh.size()));
}

void LogFeed::setAvailable(bool isAvailable)
{
    if (std::exchange(m_isAvailable, isAvailable) != isAvailable)
        Q_EMIT availableChanged(isAvailable);
}

EventFeed::EventFeed(AdminClient &client, QObject *parent)
    : LogFeed(client,
              { QString(admin::feature::kEvents), QString(admin::stream::kEvents), QString(admin::notification::kEvent),
                QString(admin::method::kEventsList) },
              parent)
{
}

void EventFeed::take(const QVector<QJsonObject> &objects)
{
    for (const QJsonObject &object : objects)
        m_records << readEvent(object);
}

AuditFeed::AuditFeed(AdminClient &client, QObject *parent)
    : LogFeed(client,
              { QString(admin::feature::kAudit), QString(admin::stream::kAudit), QString(admin::notification::kAudit),
                QString(admin::method::kAuditList) },
              parent)
{
}

void AuditFeed::take(const QVector<QJsonObject> &objects)
{
    for (const QJsonObject &object : objects)
        m_records << readAuditRecord(object);
}

} // namespace relay::client
