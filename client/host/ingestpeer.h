// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/feedhub.h"
#include "common/http/bodyreader.h"
#include "common/mpegts/tsframer.h"

#include <QTcpSocket>

#include <memory>

namespace relay::client::host {

/*!
 * A request whose body is a transport stream, as ffmpeg sends it: what is read at once becomes messages of whole packets
 * on the feed, so that a lull ends a message. The end of the body is answered with the totals. Deletes itself. One
 * thread.
 */
class IngestPeer : public QObject, public FeedClient
{
    Q_OBJECT
public:
    //! first: what came behind the head. pausesUnread: reads nothing while nobody reads the feed.
    IngestPeer(std::unique_ptr<QTcpSocket> socket, const http::RequestHead &head, const QByteArray &first,
               const QString &feed, FeedHub &hub, bool pausesUnread, QObject *parent);

    void stop(); //!< answers that the host ends

    void deliver(ws::Opcode, const QByteArray &) override { }
    [[nodiscard]] bool isReading() const override { return false; }
    void readersChanged(bool hasReaders) override;

private:
    void read();
    void take(QByteArrayView bytes);
    void publish(std::span<const char> packets);
    void settle();
    void answer(int status, const QByteArray &body);
    void lost();

    std::unique_ptr<QTcpSocket> m_socket; // none: it was answered
    FeedHub &m_hub;
    http::BodyReader m_body;
    mpegts::TsFramer m_framer;
    QByteArray m_first;
    qint64 m_messages = 0;
    qint64 m_bytes = 0;
    bool m_pausesUnread;
    bool m_isPaused = false;
};

} // namespace relay::client::host
