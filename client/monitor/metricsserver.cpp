// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/metricsserver.h"

#include "common/http/requesthead.h"
#include "common/http/response.h"
#include "common/metrics/exposition.h"

#include <QTcpSocket>
#include <QTimer>

namespace relay::client::monitor {

QByteArray answerTo(const QByteArray &bytes, const std::function<QByteArray()> &metrics)
{
    const auto parsed = http::parseHead(bytes);
    if (std::holds_alternative<http::HeadIncomplete>(parsed))
        return {};
    if (const auto *fault = std::get_if<http::HeadFault>(&parsed))
        return http::refusal(fault->status, fault->reason);
    const auto &head = std::get<http::RequestHead>(parsed);
    const bool isMetrics = head.path == "/metrics";
    if (!isMetrics && head.path != "/healthz")
        return http::refusal(404, "there are /metrics and /healthz here");
    if (head.method != "GET" && head.method != "HEAD")
        return http::refusal(405, "this can only be read: GET or HEAD", "Allow: GET, HEAD\r\n");
    return http::response(200, isMetrics ? metrics::kContentType : "text/plain; charset=utf-8",
                          isMetrics ? metrics() : QByteArray("ok\n"), "Cache-Control: no-store\r\n",
                          head.method == "GET");
}

MetricsServer::MetricsServer(std::function<QByteArray()> metrics, QObject *parent)
    : QObject(parent)
    , m_metrics(std::move(metrics))
{
    connect(&m_server, &QTcpServer::newConnection, this, &MetricsServer::accept);
    // Without descriptors Qt stops accepting, and does not begin again by itself.
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        constexpr std::chrono::milliseconds kLater { 200 };
        QTimer::singleShot(kLater, &m_server, [this] { m_server.resumeAccepting(); });
    });
}

QString MetricsServer::listen(const MetricsAddress &address)
{
    if (m_server.listen(QHostAddress(address.host), address.port))
        return {};
    return QStringLiteral("cannot serve metrics at %1, port %2: %3")
        .arg(address.host)
        .arg(address.port)
        .arg(m_server.errorString());
}

void MetricsServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_open >= kMost) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_open;
        socket->setReadBufferSize(http::kMaxHead + 1);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        QTimer::singleShot(kPatience, socket, [socket] { socket->abort(); });
        serve(socket);
    }
}

void MetricsServer::serve(QTcpSocket *socket)
{
    const QByteArray answer = answerTo(socket->peek(http::kMaxHead + 1), m_metrics);
    if (answer.isEmpty())
        return;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->readAll(); // what is left unread would make the end a reset, which can overtake the answer
    socket->write(answer);
    socket->disconnectFromHost();
}

} // namespace relay::client::monitor
