// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/localtransport.h"
#include "client/admin/transport.h"
#include "gui/connect/place.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace relay::gui {

/*!
 * The byte stream to a relay on another computer: starts ssh, which puts the relay's socket into a directory that only
 * we may enter, and talks to that. ssh goes on when only the relay went away, and is started anew when it ended or the
 * far end fell silent. The path given to open() is not used: the place says where. One thread; never blocks.
 */
class SshTransport : public client::Transport
{
    Q_OBJECT
public:
    //! `program` other than "ssh" is for tests.
    explicit SshTransport(const Place &place, const QString &program = QStringLiteral("ssh"), QObject *parent = nullptr);
    ~SshTransport() override;

    void open(const QString &path) override;
    void send(const QByteArray &bytes) override;
    void abort() override;

    //! The last of what ssh wrote to its standard error, at most 8 KiB, over all its starts.
    [[nodiscard]] QString said() const { return m_said; }
    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] qint64 processId() const { return m_ssh ? m_ssh->processId() : 0; } //!< of ssh; 0: it does not run

Q_SIGNALS:
    void saidMore();

private:
    void start();
    void startSsh();
    void killSsh();
    void look();
    void read();
    void sshEnded();
    void localClosed(Failure failure, const QString &detail);
    void reportEnd(const QString &why);

    Place m_place;
    QString m_program;
    QString m_localSocket;
    QString m_said;
    QString m_saidSinceStart;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QProcess> m_ssh;
    client::LocalTransport m_local;
    QTimer m_looking;  //!< for the socket
    QTimer m_patience; //!< with an ssh that neither ends nor makes the socket
    bool m_isActive = false;
    bool m_isTalking = false; //!< the local socket is open or being opened
    bool m_hasHeard = false;  //!< the relay said something in this conversation
};

} // namespace relay::gui
