// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/monitoroptions.h"

#include <QTcpServer>

#include <functional>

namespace relay::client::monitor {

/*!
 * What to answer to the request that `bytes` begin with: /metrics, which metrics() writes, and /healthz, by GET or HEAD.
 * Empty: the head is not whole yet. Pure but for metrics().
 */
[[nodiscard]] QByteArray answerTo(const QByteArray &bytes, const std::function<QByteArray()> &metrics);

/*!
 * Serves them by HTTP/1.1, a request to a connection, to at most kMost at once, each within kPatience. One thread.
 */
class MetricsServer : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 32;
    static constexpr std::chrono::milliseconds kPatience { 5000 };

    explicit MetricsServer(std::function<QByteArray()> metrics, QObject *parent = nullptr);

    //! Empty on success, else a sentence.
    [[nodiscard]] QString listen(const MetricsAddress &address);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void serve(QTcpSocket *socket);

    int m_open = 0; // counted down when the server below lets go of its sockets
    QTcpServer m_server;
    std::function<QByteArray()> m_metrics;
};

} // namespace relay::client::monitor
