// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/session.h"

#include <QLocalSocket>
#include <QObject>

#include <memory>

namespace relay::admin {

/*!
 * One accepted connection of the admin socket: joins a QLocalSocket to a Session. Reads only what the session wants,
 * so that what a client sends too much stays in its own buffers.
 */
class LocalClient : public QObject, private Wire
{
    Q_OBJECT
public:
    //! Takes the socket. A peer that may not come in is told so and let go.
    LocalClient(Shared &shared, const RolePolicy &policy, QLocalSocket *socket, QObject *parent);

    void advance(); //!< the clock's tick
    void sayGoodbye(const QString &reason);
    //! Says that there are as many sessions as there may be; the caller lets it go.
    void turnAway(int mostSessions);
    void tell(const QByteArray &line);
    void flush(); //!< gives the system what it will take, without waiting
    [[nodiscard]] bool isAdmitted() const { return m_session != nullptr; }
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] bool isWatching() const { return m_session && m_session->isWatching(); }

Q_SIGNALS:
    void ended();
    void watchingChanged();

private:
    void write(const QByteArray &line) override;
    [[nodiscard]] qint64 pendingBytes() const override;
    void close() override;
    void refuse(const PeerCredentials &peer);
    void read();
    void noteWatching();

    QLocalSocket *m_socket;
    std::unique_ptr<Session> m_session; //!< none for a peer that was turned away
    bool m_wasWatching = false;
};

//! Now, by both clocks.
[[nodiscard]] Session::Moment currentMoment();

} // namespace relay::admin
