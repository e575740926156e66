// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapfeed.h"

#include <QPointer>
#include <QUuid>

#include <chrono>
#include <utility>

namespace relay::gui::tap {

using namespace std::chrono_literals;

namespace {

const QLatin1String kOpen("tap.open");
const QLatin1String kClose("tap.close");
const QLatin1String kData("tap.data");
const QLatin1String kEnd("tap.end");

} // namespace

TapFeed::TapFeed(client::AdminClient &client, const Target &target, Form form, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(target)
    , m_form(form)
    , m_limits(limits)
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &TapFeed::handOver);
    connect(&client, &client::AdminClient::notified, this, &TapFeed::take);
    connect(&client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        if (state != client::AdminClient::State::Open)
            end(QStringLiteral("lost"));
    });
    open();
}

TapFeed::~TapFeed()
{
    if (m_state != State::Ended)
        m_client.call(kClose, { { QStringLiteral("tap"), m_name } }, {});
}

void TapFeed::open()
{
    QJsonObject params {
        { QStringLiteral("tap"), m_name },
        { QStringLiteral("direction"), m_target.direction.isEmpty() ? QStringLiteral("in") : m_target.direction },
        { QStringLiteral("form"), m_form == Form::MpegTs ? QStringLiteral("mpegts") : QStringLiteral("bytes") },
        { QStringLiteral("previewBytes"), m_limits.previewBytes },
        { QStringLiteral("maxMessages"), m_limits.messages },
        { QStringLiteral("maxSeconds"), m_limits.seconds }
    };
    if (m_target.connection != 0)
        params.insert(QStringLiteral("connection"), qint64(m_target.connection));
    else
        params.insert(QStringLiteral("topic"), m_target.topic);
    m_client.call(kOpen, params, [self = QPointer<TapFeed>(this)](const client::Reply &reply) {
        if (self.isNull() || self->m_state != State::Opening)
            return;
        if (!reply.isOk()) {
            self->m_isRefused = true;
            self->end(reply.errorText);
            return;
        }
        self->m_endsAt = reply.result.toObject().value(QLatin1String("endsAt")).toInteger();
        self->m_state = State::Open;
        self->m_timer.start();
        Q_EMIT self->stateChanged();
    });
}

void TapFeed::stop()
{
    if (m_state == State::Ended)
        return;
    m_client.call(kClose, { { QStringLiteral("tap"), m_name } }, {});
    end(QStringLiteral("closed"));
}

void TapFeed::take(const QString &method, const QJsonObject &params)
{
    if (m_state == State::Ended || params.value(QLatin1String("tap")).toString() != m_name)
        return;
    if (method == kData)
        takeData(params);
    else if (method == kEnd)
        end(params.value(QLatin1String("reason")).toString());
}

void TapFeed::takeData(const QJsonObject &params)
{
    const auto lost = quint64(qMax<qint64>(0, params.value(QLatin1String("lost")).toInteger()));
    m_lost += lost;
    m_missed += lost;
    ++m_messages;
    if (m_pending.size() >= kMaxPending) {
        ++m_lost;
        ++m_missed;
        return;
    }
    Message message;
    message.lost = std::exchange(m_missed, 0);
    message.n = quint64(params.value(QLatin1String("n")).toInteger());
    message.at = params.value(QLatin1String("at")).toInteger();
    message.connection = quint64(params.value(QLatin1String("conn")).toInteger());
    message.size = params.value(QLatin1String("size")).toInteger();
    message.isIn = params.value(QLatin1String("dir")).toString() != QLatin1String("out");
    message.isText = params.value(QLatin1String("kind")).toString() == QLatin1String("text");
    const QString form = params.value(QLatin1String("form")).toString();
    message.form
        = form == QLatin1String("mpegts") || (form.isEmpty() && m_form == Form::MpegTs) ? Form::MpegTs : Form::Bytes;
    message.preview
        = QByteArray::fromBase64(params.value(QLatin1String("preview")).toString().toLatin1()).left(kPreviewBytes);
    m_pending.append(message);
}

void TapFeed::handOver()
{
    if (!m_pending.isEmpty())
        Q_EMIT received(std::exchange(m_pending, {}));
}

void TapFeed::end(const QString &reason)
{
    if (m_state == State::Ended)
        return;
    const QPointer<TapFeed> guard(this);
    handOver();
    if (!guard)
        return;
    m_timer.stop();
    m_state = State::Ended;
    m_endReason = reason;
    Q_EMIT stateChanged();
}

} // namespace relay::gui::tap
