// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/socketpeer.h"
#include "client/host/visitor.h"

#include <QHostAddress>
#include <QTcpServer>

namespace relay::client::host {

struct ListenerOptions
{
    QHostAddress address { QHostAddress::LocalHost };
    quint16 port = 8888; //!< 0: any
    QByteArrayList allowedOrigins = {};
    bool pausesUnread = false; //!< a stream that nobody reads is not read here either
    SocketPeerOptions peers = {};
};

/*!
 * Where programs on this machine bring their feeds and change the rules: HTTP and websockets on one port, without a
 * token, therefore on loopback unless told otherwise. One thread.
 */
class Listener : public QObject
{
    Q_OBJECT
public:
    using Call = std::function<RestReply(const QByteArray &method, const QByteArray &path, const QByteArray &body)>;

    //! The hub outlives it.
    Listener(FeedHub &hub, Call call, ListenerOptions options, QObject *parent = nullptr);

    //! Empty on success, else a sentence.
    [[nodiscard]] QString listen();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    //! Takes nobody in any more, and tells all who are there that the host ends.
    void stop();

private:
    void arrived();

    FeedHub &m_hub;
    ListenerOptions m_options;
    Reception m_reception;
    QTcpServer m_server;
    QObject m_guests; // owns all that came of a connection
};

} // namespace relay::client::host
