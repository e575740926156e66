// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace relay::client::host {

/*!
 * The last response on a connection. Ends the own direction behind it and throws away what still comes, for a while: a
 * close with unread bytes would reset the connection and take the response with it. Deletes itself. One thread.
 */
class LastWord : public QObject
{
    Q_OBJECT
public:
    //! parent: deletes it at the latest.
    static void say(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QObject *parent);

private:
    LastWord(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QObject *parent);

    void wrote();
    void drain();

    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_deadline;
    bool m_isSaid = false;
};

} // namespace relay::client::host
