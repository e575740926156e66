// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/socketpeer.h"

#include "client/host/lastword.h"
#include "common/ws/frameencoder.h"

#include <QDeadlineTimer>

#include <utility>

namespace relay::client::host {

namespace {

session::Pulse::Time now()
{
    return session::Pulse::Time(QDeadlineTimer::current().deadline());
}

} // namespace

SocketPeer::SocketPeer(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QByteArray first,
                       const QString &feed, FeedHub &hub, SocketPeerOptions options, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_hub(hub)
    , m_options(options)
    , m_pulse(options.pingEvery, options.deadAfter)
    , m_first(std::move(first))
{
    m_heart.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_heart, &QTimer::timeout, this, &SocketPeer::beat);
    connect(&m_deadline, &QTimer::timeout, this, &SocketPeer::end);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &SocketPeer::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SocketPeer::end);
    m_socket->write(response);
    m_hub.join(*this, feed);
    m_pulse.start(now());
    m_heart.start(m_options.pingEvery); // a program on this machine need not be asked at once whether it lives
    QMetaObject::invokeMethod(this, &SocketPeer::read, Qt::QueuedConnection);
}

SocketPeer::~SocketPeer()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void SocketPeer::read()
{
    if (!m_socket)
        return;
    QByteArray bytes = std::exchange(m_first, {}) + m_socket->readAll();
    if (bytes.isEmpty())
        return;
    m_pulse.heard(now());
    std::span<char> input { bytes.data(), std::size_t(bytes.size()) };
    while (take(m_parser.next(input))) { }
}

bool SocketPeer::take(ws::FrameParser::Event event)
{
    using Event = ws::FrameParser::Event;
    const QByteArrayView payload(m_parser.payload().data(), qsizetype(m_parser.payload().size()));
    switch (event) {
    case Event::NeedMore: return false;
    case Event::Failed: fail(); return false;
    case Event::Close: answerClose(); return false;
    case Event::Message:
        if (!m_isClosing)
            m_hub.publish(*this, m_parser.opcode(), payload.toByteArray());
        break;
    case Event::Ping:
        if (!m_isClosing && m_socket->bytesToWrite() < m_options.maxQueued)
            write(ws::Opcode::Pong, payload);
        break;
    case Event::Pong: break;
    }
    return true;
}

void SocketPeer::fail()
{
    // What still comes is no frame any more, so that there is no answer to wait for (RFC 6455, section 7.1.7).
    const std::string frame = ws::encodeClose(m_parser.closeCode(), m_parser.failure());
    m_hub.leave(*this);
    m_heart.stop();
    m_deadline.stop();
    m_socket->disconnect(this);
    LastWord::say(std::move(m_socket), m_isClosing ? QByteArray() : QByteArray::fromStdString(frame), parent());
    deleteLater();
}

void SocketPeer::answerClose()
{
    m_hub.leave(*this);
    if (!std::exchange(m_isClosing, true)) {
        const std::string frame = ws::encodeClose(m_parser.closeCode(), {});
        m_socket->write(frame.data(), qint64(frame.size()));
    }
    m_deadline.start(m_options.closeWithin);
    m_socket->disconnectFromHost(); // behind what is queued
}

void SocketPeer::close(std::uint16_t code, const QByteArray &reason)
{
    if (!m_socket || std::exchange(m_isClosing, true))
        return;
    m_hub.leave(*this);
    m_heart.stop();
    const std::string frame = ws::encodeClose(code, { reason.constData(), std::size_t(reason.size()) });
    m_socket->write(frame.data(), qint64(frame.size()));
    m_socket->flush();                       // the program may be about to end
    m_deadline.start(m_options.closeWithin); // for the peer's answer
}

void SocketPeer::deliver(ws::Opcode opcode, const QByteArray &payload)
{
    if (m_socket->bytesToWrite() >= m_options.maxQueued)
        m_hub.countDrop(*this);
    else if (!m_isClosing)
        write(opcode, payload);
}

void SocketPeer::write(ws::Opcode opcode, QByteArrayView payload)
{
    std::array<char, ws::kMaxHeader> header;
    const std::size_t size = ws::encodeHeader(header, opcode, std::uint64_t(payload.size()));
    m_socket->write(header.data(), qint64(size));
    m_socket->write(payload.data(), payload.size());
}

void SocketPeer::beat()
{
    switch (m_pulse.beat(now())) {
    case session::Pulse::Beat::Dead: end(); return;
    case session::Pulse::Beat::Ping: write(ws::Opcode::Ping, {}); break;
    case session::Pulse::Beat::Nothing: break;
    }
    m_heart.start(m_pulse.untilNext(now()));
}

void SocketPeer::end()
{
    m_hub.leave(*this);
    m_heart.stop();
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

} // namespace relay::client::host
