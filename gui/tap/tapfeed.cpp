// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapfeed.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace relay::gui::tap {

using namespace std::chrono_literals;

TapFeed::TapFeed(client::AdminClient &client, const Target &target, Form form, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_tap(client)
    , m_form(form)
    , m_limits(limits)
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &TapFeed::handOver);
    connect(&m_tap, &client::Tap::received, this, &TapFeed::take);
    connect(&m_tap, &client::Tap::opened, this, [this] {
        m_state = State::Open;
        m_timer.start();
        Q_EMIT stateChanged();
    });
    connect(&m_tap, &client::Tap::ended, this, [this](const QString &reason) { end(reason); });
    connect(&m_tap, &client::Tap::failed, this,
            [this](const QString &, const QString &errorText) { end(errorText, true); });
    open(target);
}

void TapFeed::open(const Target &target)
{
    client::TapOrder order;
    if (target.connection != 0)
        order.connection = target.connection;
    else
        order.topic = target.topic;
    order.direction = target.direction.isEmpty() ? QStringLiteral("in") : target.direction;
    order.form = m_form == Form::MpegTs ? QStringLiteral("mpegts") : QStringLiteral("bytes");
    order.previewBytes = m_limits.previewBytes;
    order.maxMessages = m_limits.messages;
    order.maxSeconds = m_limits.seconds;
    m_tap.open(order);
}

void TapFeed::stop()
{
    if (m_state == State::Ended)
        return;
    m_tap.close();
    end(QStringLiteral("closed"));
}

void TapFeed::take(const client::TapMessage &message)
{
    if (m_state == State::Ended)
        return;
    m_lost += message.lost;
    m_missed += message.lost;
    ++m_messages;
    if (m_pending.size() >= kMaxPending) {
        ++m_lost;
        ++m_missed;
        return;
    }
    m_pending.append({ .n = message.n,
                       .at = message.at,
                       .connection = message.connection,
                       .size = message.size,
                       .lost = std::exchange(m_missed, 0),
                       .preview = message.preview.left(kPreviewBytes),
                       .form = message.isMpegts ? Form::MpegTs : Form::Bytes,
                       .isIn = message.isIn,
                       .isText = message.isText });
}

void TapFeed::handOver()
{
    if (!m_pending.isEmpty())
        Q_EMIT received(std::exchange(m_pending, {}));
}

void TapFeed::end(const QString &reason, bool isRefused)
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
    m_isRefused = isRefused;
    Q_EMIT stateChanged();
}

} // namespace relay::gui::tap
