// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/reporter.h"
#include "client/shell/shelloptions.h"

#include <QTcpServer>

namespace relay::client::shell {

//! Takes connections and hands out their descriptors, which QTcpServer itself would wrap into sockets. One thread.
class DescriptorServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit DescriptorServer(QObject *parent = nullptr);

Q_SIGNALS:
    void came(qintptr descriptor); //!< is the receiver's

protected:
    void incomingConnection(qintptr descriptor) override;
};

/*!
 * relay shell client while it runs: a port of this machine, each connection to which reaches the host, or one connection
 * on standard input and output. One thread.
 */
class ShellClient : public QObject
{
    Q_OBJECT
public:
    explicit ShellClient(ShellOptions options, QObject *parent = nullptr);
    ~ShellClient() override;

    void start();
    void stop();   //!< says goodbye everywhere; finished() follows, within 5 s
    void hangUp(); //!< whoever is on standard input and output is about to go

Q_SIGNALS:
    void finished(int exitCode);

private:
    void listen();
    void begin(std::unique_ptr<NearEnd> near);
    void follow(ClientTunnel *tunnel);
    void endWhenAllHave();

    ShellOptions m_options;
    session::Reporter m_reporter;
    DescriptorServer m_server;
    std::vector<ClientTunnel *> m_tunnels; // children
    int m_begun = 0;                       // for their names in what is told
    int m_exitCode = 0;
    bool m_isEnding = false;
};

} // namespace relay::client::shell
