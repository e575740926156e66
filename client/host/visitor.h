// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/localroute.h"
#include "client/host/restapi.h"
#include "common/http/bodyreader.h"

#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace relay::client::host {

//! What the visitors of a listener need of it.
struct Reception
{
    LocalPolicy policy;
    std::function<RestReply(const QByteArray &method, const QByteArray &path, const QByteArray &body)> call;
    std::function<void(std::unique_ptr<QTcpSocket>, const http::RequestHead &, const QByteArray &first,
                       const IngestRoute &)>
        ingest;
    std::function<void(std::unique_ptr<QTcpSocket>, const QByteArray &first, const SocketRoute &)> socket;
};

/*!
 * A connection until it is known what for: reads one request head, within 5 s, and of a call of the API the body too, at
 * most 1 MiB. Answers calls and refusals, gives the others away, and deletes itself. One thread.
 */
class Visitor : public QObject
{
    Q_OBJECT
public:
    //! The reception outlives it.
    Visitor(std::unique_ptr<QTcpSocket> socket, const Reception &reception, QObject *parent);

private:
    void read();
    void readHead();
    void route(const http::RequestHead &head);
    void beginCall(const http::RequestHead &head, const QByteArray &path);
    void readBody();
    void answerCall();
    void refuse(int status, const QByteArray &reason, const QByteArray &headers = {});
    void say(const QByteArray &response);
    std::unique_ptr<QTcpSocket> release();

    const Reception &m_reception;
    std::unique_ptr<QTcpSocket> m_socket; // none: it is somebody else's now
    QByteArray m_received;
    QByteArray m_method;
    QByteArray m_path;
    QByteArray m_text;
    std::optional<http::BodyReader> m_body; // of a call, once there is a head
    QTimer m_deadline;
};

} // namespace relay::client::host
