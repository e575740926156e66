// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/streamsource.h"

#include <QTcpSocket>

namespace relay::client::feed {

//! An instrument that listens on a TCP port. One that is gone without a word is found out within a minute.
class TcpSource : public StreamSource
{
    Q_OBJECT
public:
    TcpSource(TcpEnd end, Framing framing);
    ~TcpSource() override;

protected:
    void open() override;
    void close() override;
    QIODevice &device() override { return m_socket; }
    [[nodiscard]] qint64 mostQueued() const override { return 1024 * 1024; }

private:
    [[nodiscard]] QString name() const;
    void connected();
    void failed(QAbstractSocket::SocketError error);

    TcpEnd m_end;
    QTcpSocket m_socket;
    QTimer m_deadline;
};

} // namespace relay::client::feed
