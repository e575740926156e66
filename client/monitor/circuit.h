// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/stamp.h"
#include "client/session/session.h"

#include <QTimer>

namespace relay::client::monitor {

/*!
 * The way out and back: one session that sends, another one that reads the same topic. Both come back by themselves when
 * they are lost. What the sending one hears is ignored. One thread.
 */
class Circuit : public QObject
{
    Q_OBJECT
public:
    Circuit(const session::Target &target, const session::SessionOptions &options, QObject *parent = nullptr);
    ~Circuit() override;

    void start();
    void stop(); //!< stopped() follows
    //! Both ends are open, and have been for a moment.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    //! False: it cannot be sent.
    [[nodiscard]] bool send(Stamp stamp);

Q_SIGNALS:
    void ready();
    void arrived(relay::client::monitor::Stamp stamp);
    void lost(const QString &why); //!< an end of it is not open any more, or could not be opened
    void stopped();

private:
    void wire(session::Session &session);
    void look();
    void changed(const session::Status &status);

    session::Session m_sender;
    session::Session m_reader;
    QTimer m_settle;
    bool m_isReady = false;
    bool m_isStopping = false;
    int m_ended = 0;
};

} // namespace relay::client::monitor
