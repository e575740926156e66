// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sshserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <unistd.h>

namespace relay::support {

using namespace std::chrono_literals;

SshServer::SshServer()
    : m_directory(QStringLiteral("/tmp/rlXXXXXX"))
{
}

SshServer::~SshServer()
{
    stop();
}

bool SshServer::makeKey(const QString &name) const
{
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"),
                 { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                   QString(), QStringLiteral("-f"), file(name) });
    return keygen.waitForFinished() && keygen.exitCode() == 0;
}

void SshServer::write(const QString &name, const QByteArray &text) const
{
    QFile out(file(name));
    if (out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        out.write(text);
}

QByteArray SshServer::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QString SshServer::start(std::chrono::milliseconds limit)
{
    const QString program = QStringLiteral("/usr/sbin/sshd");
    if (!QFile::exists(program))
        return QStringLiteral("there is no /usr/sbin/sshd; packaging/install-deps installs openssh-server");
    // Its package makes it when the service starts, which it need not have done.
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd"));
    if (!makeKey(QStringLiteral("hostkey")) || !makeKey(QStringLiteral("otherhost")) || !makeKey(QStringLiteral("key"))
        || !makeKey(QStringLiteral("otherkey")))
        return QStringLiteral("ssh-keygen made no keys");
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    m_port = probe.serverPort();
    probe.close();
    write(QStringLiteral("authorized_keys"), read(QStringLiteral("key.pub")));
    write(QStringLiteral("sshd_config"),
          "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey "
              + file(QStringLiteral("hostkey")).toUtf8() + "\nAuthorizedKeysFile "
              + file(QStringLiteral("authorized_keys")).toUtf8()
              + "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
                "KbdInteractiveAuthentication no\nPermitRootLogin yes\nAllowStreamLocalForwarding yes\nUseDNS no\n");
    knowHost();
    useRightKey();
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(&m_server, &QProcess::readyRead, &m_server,
                     [this] { m_log += QString::fromUtf8(m_server.readAll()); });
    m_server.start(
        program,
        { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), file(QStringLiteral("sshd_config")) });
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < limit.count() && m_server.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(100))
            return {};
        m_server.waitForReadyRead(20);
    }
    return QStringLiteral("sshd does not take connections: ") + m_log;
}

void SshServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(3000)) {
        m_server.kill();
        m_server.waitForFinished(3000);
    }
}

void SshServer::writeClient(const QString &key) const
{
    write(QStringLiteral("ssh_config"),
          "Host *\n  IdentityFile " + file(key).toUtf8()
              + "\n  IdentitiesOnly yes\n  IdentityAgent none\n"
                "  UserKnownHostsFile "
              + file(QStringLiteral("known_hosts")).toUtf8() + "\n  GlobalKnownHostsFile /dev/null\n");
    write(QStringLiteral("ssh"), "#!/bin/sh\nexec ssh -F " + file(QStringLiteral("ssh_config")).toUtf8() + " \"$@\"\n");
    QFile::setPermissions(client(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void SshServer::useRightKey() const
{
    writeClient(QStringLiteral("key"));
}

void SshServer::useOtherKey() const
{
    writeClient(QStringLiteral("otherkey"));
}

void SshServer::forgetHost() const
{
    write(QStringLiteral("known_hosts"), {});
}

void SshServer::knowHost() const
{
    write(QStringLiteral("known_hosts"),
          "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + read(QStringLiteral("hostkey.pub")));
}

void SshServer::changeHost() const
{
    write(QStringLiteral("known_hosts"),
          "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + read(QStringLiteral("otherhost.pub")));
}

} // namespace relay::support
