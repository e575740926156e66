// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/shell/tunnel.h"

#include <QElapsedTimer>

namespace relay::client::shell {

struct ClientTunnelOptions
{
    session::Target relay; //!< its access point
    session::SessionOptions leg;
    QString target;                                    //!< of the host's; empty: the usual one
    std::chrono::milliseconds answerWithin { 30'000 }; //!< for the host's first word
    std::chrono::milliseconds resumeFor { 60'000 };    //!< that it tries when a leg was lost; 0: it does not
};

/*!
 * At the client: one connection of a program on this machine to a host. Asks the relay once, and when the host is one of
 * ours and a leg is lost later, again and again until it has another one or time is up.
 */
class ClientTunnel : public Tunnel
{
    Q_OBJECT
public:
    ClientTunnel(std::unique_ptr<NearEnd> near, ClientTunnelOptions options, QObject *parent);

    void start();
    //! The program is about to go: what it has written is still carried over, but nothing is begun any more.
    void hangUp();

Q_SIGNALS:
    void connected(); //!< the host has answered, for the first time

private:
    void stopped() override;
    void legOpened() override;
    void greeted(ws::Opcode opcode, const QByteArray &payload) override;
    void legEnded(const session::Status &status) override;
    void completed() override;
    void nearLost(const QString &text) override;

    void attempt();
    void takeHello(const QByteArray &text);
    void tryAgain(const session::Status &status);
    void answered();

    ClientTunnelOptions m_options;
    QString m_resume;
    QTimer m_answerTimer;
    QTimer m_retry;
    QElapsedTimer m_lostSince; // valid while there is no leg that works
    int m_tries = 0;
};

} // namespace relay::client::shell
