// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/shellclient.h"

#include <QHostAddress>

#include <unistd.h>

namespace relay::client::shell {

namespace {

ClientTunnelOptions tunnelOptions(const ShellOptions &options)
{
    return { .relay = options.relay,
             .leg = options.session,
             .target = options.target,
             .answerWithin = options.answerWithin,
             .resumeFor = options.resumeFor };
}

//! One reader of the token's file for all connections: each would else have a watch of its own, of which there are few.
session::Target withSharedToken(session::Target relay)
{
    if (relay.tokenFile.isEmpty())
        return relay;
    const auto file = std::make_shared<session::TokenFile>(std::exchange(relay.tokenFile, {}));
    relay.makeToken = [file] { return file->read(); };
    return relay;
}

} // namespace

DescriptorServer::DescriptorServer(QObject *parent)
    : QTcpServer(parent)
{
    constexpr int kBacklog = 512;
    constexpr std::chrono::milliseconds kRest { 200 };
    setListenBacklogSize(kBacklog);
    // Qt gives up for good after it has once run out of descriptors.
    connect(this, &QTcpServer::acceptError, this, [this] {
        pauseAccepting();
        QTimer::singleShot(kRest, this, &QTcpServer::resumeAccepting);
    });
}

void DescriptorServer::incomingConnection(qintptr descriptor)
{
    Q_EMIT came(descriptor);
}

ShellClient::ShellClient(ShellOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_reporter(QStringLiteral("relay shell client"), m_options.isJson, m_options.isQuiet)
{
    m_options.relay = withSharedToken(std::move(m_options.relay));
    connect(&m_server, &DescriptorServer::came, this,
            [this](qintptr descriptor) { begin(std::make_unique<NearEnd>(int(descriptor), int(descriptor))); });
}

ShellClient::~ShellClient() = default;

void ShellClient::start()
{
    for (const QString &warning : std::as_const(m_options.warnings))
        m_reporter.tell(QStringLiteral("warning"), { { QStringLiteral("text"), warning } }, warning);
    if (m_options.isStdio)
        begin(std::make_unique<NearEnd>(STDIN_FILENO, STDOUT_FILENO));
    else
        listen();
}

void ShellClient::listen()
{
    const Place &place = m_options.listen;
    const QHostAddress address
        = place.host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(place.host);
    if (address.isNull() || !m_server.listen(address, place.port)) {
        const QString why
            = address.isNull() ? QStringLiteral("that is no address of this machine") : m_server.errorString();
        m_reporter.fail(QStringLiteral("cannot listen on %1: %2").arg(textOf(place), why));
        Q_EMIT finished(1);
        return;
    }
    const QString where = textOf({ address.toString(), m_server.serverPort() });
    if (!address.isLoopback()) {
        const auto text
            = QStringLiteral("whoever can connect to %1 reaches the host; only its own passwords and keys protect it")
                  .arg(where);
        m_reporter.tell(QStringLiteral("warning"), { { QStringLiteral("text"), text } }, text);
    }
    m_reporter.tell(
        QStringLiteral("listening"),
        { { QStringLiteral("address"), address.toString() }, { QStringLiteral("port"), m_server.serverPort() } },
        QStringLiteral("listening on %1").arg(where));
}

void ShellClient::begin(std::unique_ptr<NearEnd> near)
{
    auto *tunnel = new ClientTunnel(std::move(near), tunnelOptions(m_options), this);
    m_tunnels.push_back(tunnel);
    follow(tunnel);
    tunnel->start();
}

void ShellClient::follow(ClientTunnel *tunnel)
{
    const int number = ++m_begun;
    const auto tell = [this, number](const QString &event, const QString &text) {
        m_reporter.tell(event, { { QStringLiteral("connection"), number }, { QStringLiteral("text"), text } },
                        m_options.isStdio ? text : QStringLiteral("connection %1: %2").arg(number).arg(text));
    };
    connect(tunnel, &Tunnel::told, this, [tell](const QString &text) { tell(QStringLiteral("changed"), text); });
    connect(tunnel, &ClientTunnel::connected, this, [this, tell] {
        if (!m_options.isStdio || m_options.isJson) // whoever runs ssh does not ask what it runs through
            tell(QStringLiteral("connected"), QStringLiteral("connected"));
    });
    connect(tunnel, &Tunnel::over, this, [this, tell](const QString &fault) {
        if (m_options.isStdio && m_isEnding)
            return;
        if (!m_options.isStdio || m_options.isJson)
            tell(QStringLiteral("closed"), fault.isEmpty() ? QStringLiteral("ended") : fault);
        else if (!fault.isEmpty())
            m_reporter.fail(fault);
        if (m_options.isStdio)
            m_exitCode = fault.isEmpty() ? 0 : 1;
    });
    connect(tunnel, &Tunnel::gone, this, [this, tunnel] {
        std::erase(m_tunnels, tunnel);
        tunnel->deleteLater();
        endWhenAllHave();
    });
}

void ShellClient::hangUp()
{
    m_isEnding = true;
    for (ClientTunnel *tunnel : std::vector(m_tunnels))
        tunnel->hangUp();
    endWhenAllHave();
}

void ShellClient::stop()
{
    m_isEnding = true;
    m_server.close();
    for (ClientTunnel *tunnel : std::vector(m_tunnels))
        tunnel->abort(QStringLiteral("the client is being stopped"));
    endWhenAllHave();
}

void ShellClient::endWhenAllHave()
{
    if (m_tunnels.empty() && (m_isEnding || m_options.isStdio))
        Q_EMIT finished(m_exitCode);
}

} // namespace relay::client::shell
