// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/feedhub.h"
#include "client/session/pulse.h"
#include "common/ws/frameparser.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace relay::client::host {

struct SocketPeerOptions
{
    std::chrono::milliseconds pingEvery { 25'000 };
    std::chrono::milliseconds deadAfter { 60'000 }; //!< of silence, which our pings make every living peer break
    qint64 maxQueued = 1024 * 1024; //!< bytes that may wait for a slow reader before messages are dropped
    std::chrono::milliseconds closeWithin { 4'000 };
};

/*!
 * A program on this machine that speaks websocket, on one feed: the server's side of RFC 6455. One message in is one
 * message out, text or binary as it came. A reader that is too slow loses whole messages, and nobody else does. Deletes
 * itself. One thread.
 */
class SocketPeer : public QObject, public FeedClient
{
    Q_OBJECT
public:
    //! response: the 101. first: what came behind the head.
    SocketPeer(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QByteArray first, const QString &feed,
               FeedHub &hub, SocketPeerOptions options, QObject *parent);
    ~SocketPeer() override;

    void deliver(ws::Opcode opcode, const QByteArray &payload) override;
    void close(std::uint16_t code, const QByteArray &reason);

private:
    void read();
    [[nodiscard]] bool take(ws::FrameParser::Event event);
    void fail();
    void answerClose();
    void write(ws::Opcode opcode, QByteArrayView payload);
    void beat();
    void end();

    std::unique_ptr<QTcpSocket> m_socket; // none: it is only said goodbye to any more
    FeedHub &m_hub;
    SocketPeerOptions m_options;
    ws::FrameParser m_parser { ws::Role::Server };
    session::Pulse m_pulse;
    QByteArray m_first;
    QTimer m_heart;
    QTimer m_deadline;
    bool m_isClosing = false;
};

} // namespace relay::client::host
