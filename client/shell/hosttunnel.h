// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/shell/announcement.h"
#include "client/shell/targetcall.h"
#include "client/shell/tunnel.h"

namespace relay::client::shell {

struct HostTunnelOptions
{
    session::SessionOptions leg;
    std::chrono::milliseconds resumeFor { 60'000 }; //!< that it waits for another leg when it has lost one
    std::chrono::milliseconds helloWithin { 15'000 };
};

/*!
 * At the host: one connection to a target of its own, for a client. Comes to where the relay has announced the client,
 * and with a client of ours stays for another leg when one is lost.
 */
class HostTunnel : public Tunnel
{
    Q_OBJECT
public:
    //! `place`: nothing, when the client asked for a target that is none of ours, which it is told.
    HostTunnel(const Announcement &first, std::optional<Place> place, HostTunnelOptions options, QObject *parent);
    ~HostTunnel() override;

    //! Comes to a client: the first one, or the same one again on another leg.
    void meet(const Announcement &announcement);
    //! The relay says that the client has gone. A leg of ours tells that itself, one of before never does.
    void clientLeft();

    [[nodiscard]] QString uuid() const { return m_uuid; }     //!< the relay's name for the leg
    [[nodiscard]] QString resume() const { return m_resume; } //!< empty: a client of before
    [[nodiscard]] QString target() const { return m_target; }

private:
    void stopped() override;
    void legOpened() override;
    void greeted(ws::Opcode opcode, const QByteArray &payload) override;
    void legEnded(const session::Status &status) override;
    void completed() override;
    void nearLost(const QString &text) override;

    void dial();
    void waitForAnother(const session::Status &status);
    void connectToTarget();
    void dropCall();
    void targetConnected();
    void refuse(const QString &sentence);
    void sayHello();

    std::optional<Place> m_place;
    HostTunnelOptions m_options;
    std::unique_ptr<TargetCall> m_call; // while it is connecting
    session::Address m_address;         // of the leg
    QString m_uuid;
    QString m_resume;
    QString m_target;
    QTimer m_helloTimer;
    QTimer m_orphaned; // since there was a leg that worked, or somebody announced who wanted one
    QTimer m_redial;
    int m_tries = 0;          // at this address
    bool m_hasSpoken = false; // some leg has had a form
    bool m_isComplete = false;
};

} // namespace relay::client::shell
