// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/retry/backoff.h"
#include "client/session/accesscall.h"
#include "client/session/link.h"

#include <QTimer>

#include <memory>
#include <variant>

namespace relay::client::session {

//! Where to, and as who.
struct Target
{
    QUrl access; //!< of an access point; empty: `address` is dialled as it is
    Address address;
    QString tokenFile; //!< read anew each time, so that a token may be renewed
    QByteArray token;  //!< without a file
};

//! From what a user gives: ws(s) is dialled, http(s) is an access point and needs a token. Else a sentence.
[[nodiscard]] std::variant<Target, QString> makeTarget(const QString &url, const QString &tokenFile,
                                                       const QByteArray &token);

struct SessionOptions
{
    LinkOptions link;
    bool reconnects = true;
    bool splitsGluedJson = false; //!< of text messages, which servers of before glue together under load
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); //!< where proxies are named
};

struct Status
{
    enum class State {
        Asking, //!< the access point
        Dialling,
        Open,
        Waiting, //!< before the next try
        Ended,   //!< for good
    };
    State state = State::Asking;
    QString text; //!< for people: what failed
    int waitMs = 0;
    bool isRefusal = false; //!< the server lives and does not want us: the token, not the network, is at fault
};

/*!
 * A websocket that is always on its way back: asks for a code where there is an access point, dials, and after each end
 * waits 1 to 10 s, or as long as the server says, and begins again, for ever. What was not sent when a connection ends
 * is gone. One thread.
 */
class Session : public QObject
{
    Q_OBJECT
public:
    Session(Target target, SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    void start();
    //! Says goodbye; ended() follows.
    void stop(std::uint16_t code = ws::close::kNormal, const QByteArray &reason = {});

    [[nodiscard]] bool isOpen() const { return m_link && m_link->isOpen(); }
    [[nodiscard]] qint64 queuedBytes() const { return m_link ? m_link->queuedBytes() : 0; }
    //! False: there is no connection now.
    bool send(ws::Opcode opcode, QByteArrayView payload);

Q_SIGNALS:
    void opened();
    void message(relay::ws::Opcode opcode, const QByteArray &payload);
    void drained();
    void closed(const relay::client::session::Ending &ending); //!< a connection that was open, or was to be
    void statusChanged(const relay::client::session::Status &status);
    void ended(); //!< no further try

private:
    void attempt();
    void dial(const Address &address);
    void linkEnded(const Ending &ending);
    void again(const QString &text, int retryAfter, bool isRefusal);
    void give(ws::Opcode opcode, const QByteArray &payload);
    [[nodiscard]] QByteArray currentToken(QString &error) const;
    void tell(Status::State state, const QString &text = {}, int waitMs = 0, bool isRefusal = false);

    Target m_target;
    SessionOptions m_options;
    AccessCall m_access;
    std::unique_ptr<Link, void (*)(Link *)> m_link;
    Backoff m_backoff;
    QTimer m_retry;
    qint64 m_openedAt = 0; // monotonic, ms; 0: it is not open
    bool m_isStopping = false;
};

} // namespace relay::client::session
