// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/transport.h"

#include <QLocalSocket>

namespace relay::client {

//! Transport over a unix socket.
class LocalTransport : public Transport
{
    Q_OBJECT
public:
    explicit LocalTransport(QObject *parent = nullptr);

    void open(const QString &path) override;
    void send(const QByteArray &bytes) override;
    void abort() override;

private:
    void connectNow();
    void reportError(QLocalSocket::LocalSocketError error);
    void reportEnd(Failure failure, const QString &detail);

    QLocalSocket m_socket;
    QString m_path;
    bool m_isActive = false; //!< between open() and the one closed()
};

} // namespace relay::client
