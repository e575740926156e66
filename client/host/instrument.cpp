// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/instrument.h"

#include <utility>

namespace relay::client::host {

namespace {

using State = feed::SourceStatus::State;

QString wordFor(State state)
{
    switch (state) {
    case State::Stopped: return QStringLiteral("stopped");
    case State::Opening: return QStringLiteral("opening");
    case State::Open: return QStringLiteral("open");
    case State::Waiting: return QStringLiteral("waiting");
    }
    return {};
}

} // namespace

Instrument::Instrument(FeedHub &hub, const feed::FeedSpec &spec, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_feed(spec.feed)
    , m_source(feed::makeSource(spec))
{
    m_hub.join(*this, m_feed);
    connect(m_source.get(), &feed::Source::message, this,
            [this](ws::Opcode opcode, const QByteArray &payload) { m_hub.publish(*this, opcode, payload); });
    connect(m_source.get(), &feed::Source::statusChanged, this, &Instrument::statusChanged);
}

Instrument::~Instrument()
{
    m_source->disconnect(this);
}

void Instrument::stop()
{
    m_hub.leave(*this);
    m_source->stop();
}

bool Instrument::isReading() const
{
    return m_source->status().state == State::Open;
}

void Instrument::statusChanged()
{
    const feed::SourceStatus status = m_source->status();
    if (m_wasReading != isReading()) {
        m_wasReading = isReading();
        m_hub.readingChanged(*this);
    }
    // One that is away for days is worth a line, not one for each try.
    if (status.text.isEmpty() || std::exchange(m_lastTold, status.text) == status.text)
        return;
    Q_EMIT told({ { QStringLiteral("feed"), m_feed },
                  { QStringLiteral("state"), wordFor(status.state) },
                  { QStringLiteral("text"), status.text },
                  { QStringLiteral("waitMs"), qint64(status.wait.count()) } },
                QStringLiteral("feed %1: %2").arg(m_feed, status.text));
}

QJsonObject Instrument::figures() const
{
    const feed::SourceStatus status = m_source->status();
    return { { QStringLiteral("feed"), m_feed },
             { QStringLiteral("state"), wordFor(status.state) },
             { QStringLiteral("text"), status.text },
             { QStringLiteral("opened"), qint64(status.opened) },
             { QStringLiteral("messagesFrom"), qint64(status.messagesFrom) },
             { QStringLiteral("bytesFrom"), qint64(status.bytesFrom) },
             { QStringLiteral("cutLines"), qint64(status.cutLines) },
             { QStringLiteral("messagesTo"), qint64(status.messagesTo) },
             { QStringLiteral("bytesTo"), qint64(status.bytesTo) },
             { QStringLiteral("droppedTo"), qint64(status.droppedTo) } };
}

} // namespace relay::client::host
