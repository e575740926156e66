// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/tap.h"

#include "common/admin/acts.h"

#include <QPointer>
#include <QUuid>

#include <utility>

namespace relay::client {

namespace {

void insertUnlessDefault(QJsonObject &params, QLatin1String name, int value, int usual)
{
    if (value != usual)
        params.insert(name, value);
}

QJsonObject paramsOf(const TapOrder &order, const QString &name)
{
    QJsonObject params { { QStringLiteral("tap"), name } };
    if (order.connection != 0)
        params.insert(QStringLiteral("connection"), qint64(order.connection));
    else
        params.insert(QStringLiteral("topic"), order.topic);
    if (!order.direction.isEmpty())
        params.insert(QStringLiteral("direction"), order.direction);
    if (!order.form.isEmpty())
        params.insert(QStringLiteral("form"), order.form);
    insertUnlessDefault(params, QLatin1String("previewBytes"), order.previewBytes, 0);
    insertUnlessDefault(params, QLatin1String("maxMessages"), order.maxMessages, 0);
    insertUnlessDefault(params, QLatin1String("maxSeconds"), order.maxSeconds, 0);
    insertUnlessDefault(params, QLatin1String("sample"), order.sample, 1);
    return params;
}

TapMessage messageOf(const QJsonObject &params)
{
    TapMessage message;
    message.n = quint64(params.value(QLatin1String("n")).toInteger());
    message.at = params.value(QLatin1String("at")).toInteger();
    message.connection = quint64(params.value(QLatin1String("conn")).toInteger());
    message.isIn = params.value(QLatin1String("dir")).toString() == QLatin1String("in");
    message.isText = params.value(QLatin1String("kind")).toString() == QLatin1String("text");
    message.isMpegts = params.value(QLatin1String("form")).toString() == QLatin1String("mpegts");
    message.size = params.value(QLatin1String("size")).toInteger();
    message.preview = QByteArray::fromBase64(params.value(QLatin1String("preview")).toString().toLatin1());
    message.lost = quint64(params.value(QLatin1String("lost")).toInteger());
    return message;
}

} // namespace

Tap::Tap(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &AdminClient::notified, this, &Tap::take);
    connect(&client, &AdminClient::stateChanged, this, [this](AdminClient::State state) {
        if (state != AdminClient::State::Open && m_state == State::Open)
            end(QStringLiteral("lost"));
    });
}

Tap::~Tap()
{
    close();
}

void Tap::open(const TapOrder &order)
{
    if (m_state != State::Idle)
        return;
    m_state = State::Opening;
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_client.call(admin::method::kTapOpen, paramsOf(order, m_name),
                  [self = QPointer(this), name = m_name, client = &m_client](const Reply &reply) {
                      const bool isStale = !self || self->m_name != name || self->m_state != State::Opening;
                      if (isStale) {
                          if (reply.isOk()) // nobody wants it any more
                              client->call(admin::method::kTapClose, { { QStringLiteral("tap"), name } }, {});
                      } else if (reply.isOk()) {
                          self->m_state = State::Open;
                          self->m_endsAt = reply.result.toObject().value(QLatin1String("endsAt")).toInteger();
                          Q_EMIT self->opened(self->m_endsAt);
                      } else {
                          self->m_state = State::Idle;
                          Q_EMIT self->failed(reply.errorClass, reply.errorText);
                      }
                  });
}

void Tap::close()
{
    if (std::exchange(m_state, State::Idle) == State::Open)
        m_client.call(admin::method::kTapClose, { { QStringLiteral("tap"), m_name } }, {});
}

void Tap::take(const QString &method, const QJsonObject &params)
{
    if (m_state != State::Open || params.value(QLatin1String("tap")).toString() != m_name)
        return;
    if (method == admin::notification::kTapData)
        Q_EMIT received(messageOf(params));
    else if (method == admin::notification::kTapEnd)
        end(params.value(QLatin1String("reason")).toString());
}

void Tap::end(const QString &reason)
{
    m_state = State::Idle;
    Q_EMIT ended(reason);
}

} // namespace relay::client
