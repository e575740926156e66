// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>

namespace relay::support {

/*!
 * An OpenSSH server on a free port of loopback that lets in the user who runs the test, by a key made for it, and an ssh
 * that knows nothing of that user's own keys and hosts. Both are those of the system.
 */
class SshServer
{
public:
    SshServer();
    ~SshServer();
    Q_DISABLE_COPY_MOVE(SshServer)

    //! Empty, or why there can be none.
    [[nodiscard]] QString start(std::chrono::milliseconds limit = std::chrono::seconds(10));
    void stop(); //!< and all that it serves

    [[nodiscard]] quint16 port() const { return m_port; }
    //! In place of ssh: with the key above, and with this host known.
    [[nodiscard]] QString client() const { return m_directory.filePath(QStringLiteral("ssh")); }
    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString log() const { return m_log; }

    void forgetHost() const;  //!< the client's known_hosts is empty
    void changeHost() const;  //!< it has another key for this host
    void knowHost() const;    //!< it has the right one
    void useOtherKey() const; //!< that the server does not take
    void useRightKey() const;

private:
    [[nodiscard]] bool makeKey(const QString &name) const;
    void writeClient(const QString &key) const;
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_log;
    quint16 m_port = 0;
};

} // namespace relay::support
