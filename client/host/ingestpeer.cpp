// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/ingestpeer.h"

#include "client/host/lastword.h"
#include "common/http/response.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace relay::client::host {

IngestPeer::IngestPeer(std::unique_ptr<QTcpSocket> socket, const http::RequestHead &head, const QByteArray &first,
                       const QString &feed, FeedHub &hub, bool pausesUnread, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_hub(hub)
    , m_body(head)
    , m_first(first)
    , m_pausesUnread(pausesUnread)
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &IngestPeer::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &IngestPeer::lost);
    m_hub.join(*this, feed);
    QMetaObject::invokeMethod(this, &IngestPeer::read, Qt::QueuedConnection);
}

void IngestPeer::readersChanged(bool hasReaders)
{
    m_isPaused = m_pausesUnread && !hasReaders;
    if (!m_isPaused) // not from within what somebody else does
        QMetaObject::invokeMethod(this, &IngestPeer::read, Qt::QueuedConnection);
}

void IngestPeer::read()
{
    if (m_isPaused || !m_socket)
        return;
    const QByteArray bytes = std::exchange(m_first, {}) + m_socket->readAll();
    take(bytes);
}

void IngestPeer::take(QByteArrayView bytes)
{
    const auto emitPackets = [this](std::span<const char> packets) { publish(packets); };
    std::span<const char> input { bytes.data(), std::size_t(bytes.size()) };
    for (auto piece = m_body.next(input); !piece.empty(); piece = m_body.next(input)) {
        m_framer.feed(piece, emitPackets);
        if (m_framer.verdict() == mpegts::TsFramer::Verdict::NotTransportStream)
            break;
    }
    if (m_body.state() == http::BodyReader::State::Finished)
        m_framer.finish(emitPackets);
    else
        m_framer.flush(emitPackets);
    settle();
}

void IngestPeer::publish(std::span<const char> packets)
{
    ++m_messages;
    m_bytes += qint64(packets.size());
    m_hub.publish(*this, ws::Opcode::Binary, QByteArray(packets.data(), qsizetype(packets.size())));
}

void IngestPeer::settle()
{
    using BodyState = http::BodyReader::State;
    if (m_framer.verdict() == mpegts::TsFramer::Verdict::NotTransportStream) {
        answer(415, QByteArray(m_framer.failure().data(), qsizetype(m_framer.failure().size())));
    } else if (m_body.state() == BodyState::Failed) {
        answer(m_body.failureStatus(), QByteArray::fromStdString(m_body.failure()));
    } else if (m_body.state() == BodyState::Finished) {
        const QJsonObject totals {
            { QStringLiteral("messages"), m_messages },
            { QStringLiteral("bytes"), m_bytes },
            { QStringLiteral("packets"), qint64(m_framer.packets()) },
            { QStringLiteral("resyncs"), qint64(m_framer.resyncs()) },
            { QStringLiteral("skippedBytes"), qint64(m_framer.skippedBytes()) },
        };
        answer(200, QJsonDocument(totals).toJson(QJsonDocument::Compact) + '\n');
    }
}

void IngestPeer::answer(int status, const QByteArray &body)
{
    if (!m_socket)
        return;
    m_hub.leave(*this);
    m_socket->disconnect(this);
    const QByteArray response
        = status == 200 ? http::response(status, "application/json", body) : http::refusal(status, body);
    LastWord::say(std::move(m_socket), response, parent());
    deleteLater();
}

void IngestPeer::stop()
{
    answer(503, "this host ends; send it again when it is back");
}

void IngestPeer::lost()
{
    m_isPaused = false;
    read(); // what came before the end counts, also when nobody reads
    if (!m_socket)
        return;
    m_hub.leave(*this);
    m_socket->disconnect(this);
    deleteLater();
}

} // namespace relay::client::host
