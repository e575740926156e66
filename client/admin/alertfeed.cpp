// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/alertfeed.h"

#include "client/admin/requestkey.h"
#include "common/admin/figures.h"
#include "common/admin/protocol.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace relay::client {

namespace {

QString nameOfStream()
{
    return QString(admin::stream::kAlerts);
}

} // namespace

AlertFeed::AlertFeed(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &AdminClient::stateChanged, this, [this](AdminClient::State state) {
        if (state == AdminClient::State::Open)
            begin();
    });
    connect(&client, &AdminClient::notified, this, [this](const QString &method, const QJsonObject &params) {
        if (params.value(QLatin1String("sub")).toString() != nameOfStream())
            return;
        if (method == admin::notification::kAlert)
            takeAlert(params);
        else if (method == admin::notification::kAlertRules)
            takeRules(params.value(QLatin1String("rules")));
    });
    if (client.state() == AdminClient::State::Open)
        begin();
}

void AlertFeed::begin()
{
    const int round = ++m_round;
    m_isListed = false;
    const bool isKnown = m_client.hello().features.contains(QString(admin::feature::kAlerts));
    const QPointer<AlertFeed> guard(this);
    setAvailable(isKnown);
    if (guard && !isKnown)
        setKnown();
    if (!guard || !isKnown || m_client.state() != AdminClient::State::Open)
        return;
    // The list first: what the stream tells after it is newer.
    m_client.call(admin::method::kAlertsList, {}, [this, guard, round](const Reply &reply) {
        if (guard && round == m_round && reply.isOk())
            takeList(reply.result.toObject());
    });
    const QJsonObject params { { QStringLiteral("sub"), nameOfStream() }, { QStringLiteral("stream"), nameOfStream() } };
    m_client.call(admin::method::kSubscribe, params, {});
}

void AlertFeed::takeList(const QJsonObject &list)
{
    m_isListed = true;
    QVector<ActiveAlert> active;
    const QJsonArray items = list.value(QLatin1String("active")).toArray();
    for (const QJsonValue &item : items)
        active << readActiveAlert(item.toObject());
    const QPointer<AlertFeed> guard(this);
    takeRules(list.value(QLatin1String("rules")));
    if (!guard)
        return;
    if (std::exchange(m_active, active) != active)
        Q_EMIT activeChanged();
    if (guard)
        setKnown();
}

void AlertFeed::takeAlert(const QJsonObject &params)
{
    const ActiveAlert alert = readActiveAlert(params);
    const bool isRaised = params.value(QLatin1String("state")).toString() == QLatin1String("raised");
    const auto known
        = std::find_if(m_active.begin(), m_active.end(), [&](const ActiveAlert &a) { return a.id == alert.id; });
    const bool wasThere = known != m_active.end();
    if (!isRaised && !wasThere)
        return;
    if (isRaised && wasThere)
        *known = alert;
    else if (isRaised)
        m_active << alert;
    else
        m_active.erase(known);
    const QPointer<AlertFeed> guard(this);
    Q_EMIT activeChanged();
    if (!guard || (isRaised && wasThere) || !m_isListed)
        return;
    if (isRaised)
        Q_EMIT raised(alert);
    else
        Q_EMIT cleared(alert);
}

void AlertFeed::takeRules(const QJsonValue &rules)
{
    const auto now = readAlertRules(rules);
    if (std::exchange(m_rules, now) != now)
        Q_EMIT rulesChanged();
}

void AlertFeed::setRules(const QVector<AlertRule> &rules, std::function<void(const QString &)> done)
{
    QJsonArray list;
    for (const AlertRule &rule : rules)
        list.append(toJson(rule));
    const QJsonObject params { { QStringLiteral("rules"), list }, { QStringLiteral("requestKey"), newRequestKey() } };
    m_client.call(admin::method::kAlertsSet, params, [done = std::move(done)](const Reply &reply) {
        if (done)
            done(reply.errorText);
    });
}

void AlertFeed::setKnown()
{
    if (!std::exchange(m_isKnown, true))
        Q_EMIT becameKnown();
}

void AlertFeed::setAvailable(bool isAvailable)
{
    if (std::exchange(m_isAvailable, isAvailable) != isAvailable)
        Q_EMIT availableChanged(isAvailable);
}

} // namespace relay::client
