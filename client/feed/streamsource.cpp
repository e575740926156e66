// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/streamsource.h"

#include <QIODevice>
#include <QRandomGenerator>

namespace relay::client::feed {

using namespace std::chrono_literals;
using State = SourceStatus::State;

StreamSource::StreamSource(Framing framing)
    : m_framing(framing)
    , m_cutter(framing, [this](ws::Opcode opcode, QByteArrayView payload) {
        ++m_status.messagesFrom;
        m_status.bytesFrom += quint64(payload.size());
        Q_EMIT message(opcode, payload.toByteArray());
    })
{
    constexpr int kMostLulls = 20;
    m_retry.setSingleShot(true);
    m_lull.setSingleShot(true);
    m_lull.setTimerType(Qt::PreciseTimer);
    m_lull.setInterval(framing.lull);
    m_patience.setSingleShot(true);
    m_patience.setInterval(framing.lull * kMostLulls);
    connect(&m_retry, &QTimer::timeout, this, &StreamSource::attempt);
    for (QTimer *timer : { &m_lull, &m_patience }) {
        connect(timer, &QTimer::timeout, this, [this] {
            m_lull.stop();
            m_patience.stop();
            m_cutter.lull();
        });
    }
}

void StreamSource::start()
{
    if (m_status.state == State::Stopped)
        attempt();
}

void StreamSource::stop()
{
    m_retry.stop();
    m_lull.stop();
    m_patience.stop();
    m_cutter.clear();
    close();
    set(State::Stopped, {});
}

SourceStatus StreamSource::status() const
{
    SourceStatus status = m_status;
    status.cutLines = m_cutter.cutLines();
    return status;
}

void StreamSource::attempt()
{
    set(State::Opening, {});
    open();
}

void StreamSource::opened(const QString &text)
{
    ++m_status.opened;
    m_since.start();
    set(State::Open, text);
}

void StreamSource::lost(const QString &text, Loss loss)
{
    constexpr auto kGoodLife = 5s; // one that always lets go at once is not asked every second
    constexpr auto kLook = 500ms;
    if (m_status.state == State::Open && std::chrono::milliseconds(m_since.elapsed()) >= kGoodLife)
        m_backoff.reset();
    m_status.state = State::Waiting; // whoever answers the last line finds nobody
    m_lull.stop();
    m_patience.stop();
    loss == Loss::Ended ? m_cutter.end() : m_cutter.clear();
    close();
    if (loss == Loss::Absent)
        m_backoff.reset();
    const auto wait = loss == Loss::Absent ? kLook : m_backoff.next(QRandomGenerator::global()->generateDouble());
    m_retry.start(wait);
    set(State::Waiting, text, wait);
}

void StreamSource::read()
{
    if (m_status.state == State::Open)
        m_cutter.take(device().readAll());
    if (m_framing.isRaw && m_cutter.hasPending()) {
        m_lull.start();
        if (!m_patience.isActive())
            m_patience.start();
    }
}

void StreamSource::write(ws::Opcode, QByteArrayView payload)
{
    const QByteArray bytes = toInstrument(payload, m_framing);
    const bool isOpen = m_status.state == State::Open;
    const qint64 queued = isOpen ? device().bytesToWrite() : 0;
    // One that finds nothing before it goes out however long it is.
    if (!isOpen || (queued > 0 && queued + bytes.size() > mostQueued())) {
        ++m_status.droppedTo;
        return;
    }
    device().write(bytes);
    ++m_status.messagesTo;
    m_status.bytesTo += quint64(payload.size());
}

void StreamSource::set(State state, const QString &text, std::chrono::milliseconds wait)
{
    m_status.state = state;
    m_status.text = text;
    m_status.wait = wait;
    Q_EMIT statusChanged();
}

} // namespace relay::client::feed
