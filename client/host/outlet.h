// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/copyfile.h"
#include "client/host/feedhub.h"
#include "client/host/messagequeue.h"
#include "client/host/rules.h"
#include "client/session/session.h"

#include <memory>

namespace relay::client::host {

struct OutletOptions
{
    session::SessionOptions session;
    QueueLimits limits;
    std::chrono::milliseconds retireWithin { 10'000 }; //!< for what one that is replaced still has to send
};

//! Of a rule, over all the connections that it had.
struct OutletFigures
{
    qint64 messagesOut = 0; //!< given to a connection
    qint64 bytesOut = 0;
    qint64 messagesIn = 0;
    qint64 bytesIn = 0;
    qint64 dropped = 0; //!< messages that found no connection, or no room in it, in time
    qint64 droppedBytes = 0;
    qint64 lastMessage = 0; //!< ms since 1970, of what went out; 0: none yet
    qint64 connections = 0; //!< that were opened
};

/*!
 * A destination while it is in force: a session that is always on its way back, and what waits for it. Messages wait,
 * within bounds, while there is no connection and while it takes no more; what is too much or too old is dropped whole.
 * The messages of a remote peer are published into the feed, where it is one. One thread.
 */
class Outlet : public QObject, public FeedClient
{
    Q_OBJECT
public:
    Outlet(Destination rule, OutletOptions options, FeedHub &hub, std::shared_ptr<OutletFigures> figures,
           QObject *parent = nullptr);
    ~Outlet() override;

    void start();
    /*!
     * Hears its feeds no more, sends what it has accepted, says goodbye and is finished(): at once when there is no
     * connection. keepsFile: nobody else begins the same file.
     */
    void retire(bool keepsFile = true);
    //! What it has accepted and could not begin to send, as nothing is connected: for the one that takes its place.
    [[nodiscard]] MessageQueue takeWaiting();
    void adopt(MessageQueue &&waiting) { m_waiting.adopt(std::move(waiting)); }

    void deliver(ws::Opcode opcode, const QByteArray &payload) override;
    [[nodiscard]] bool isReading() const override { return m_session && m_session->isOpen(); }

    [[nodiscard]] QString place() const override { return m_rule.destination; }

    [[nodiscard]] const Destination &rule() const { return m_rule; }
    [[nodiscard]] const session::Status &status() const { return m_status; }
    [[nodiscard]] const OutletFigures &figures() const { return *m_figures; }
    [[nodiscard]] const MessageQueue &waiting() const { return m_waiting; }
    [[nodiscard]] QString fileFault() const { return m_file.fault(); }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void statusChanged(const relay::client::session::Status &status);
    void sent(qint64 bytes); //!< a message was given to the connection
    void fileFailed(const QString &sentence);
    void finished(); //!< once, after retire()

private:
    void connectSession();
    void changed(const session::Status &status);
    void take(ws::Opcode opcode, const QByteArray &payload);
    void flush();
    void count();
    void finish();

    Destination m_rule;
    OutletOptions m_options;
    FeedHub &m_hub;
    std::shared_ptr<OutletFigures> m_figures;
    std::unique_ptr<session::Session> m_session; // none: the rule names nothing that can be dialled
    session::Status m_status;
    MessageQueue m_waiting;
    qint64 m_countedDropped = 0;
    qint64 m_countedDroppedBytes = 0;
    CopyFile m_file;
    QTimer m_deadline;
    bool m_isRetiring = false;
    bool m_isClosing = false;
    bool m_isFinished = false;
};

} // namespace relay::client::host
