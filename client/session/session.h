// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/accesscall.h"
#include "client/session/link.h"
#include "client/session/retryplan.h"
#include "client/session/target.h"
#include "client/session/tokenfile.h"

#include <QProcessEnvironment>

namespace relay::client::session {

struct SessionOptions
{
    LinkOptions link;
    bool reconnects = true;
    QByteArray question;          //!< JSON that goes to the access point with each call; servers of before ignore it
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
    QString text = {}; //!< for people: what failed, never a token or a code
    std::chrono::milliseconds wait { 0 };
    bool isRefusal = false;     //!< the server lives and does not want us: the token, not the network, is at fault
    int code = 0;               //!< of a close frame, of a connection that was open; 1006 without one
    int httpStatus = 0;         //!< of what was refused; 0: no answer
    bool isOfWebSocket = false; //!< that was refused or lost, and not the call of the access point before it
};

/*!
 * A websocket that is always on its way back: asks for a code where there is an access point, dials at once, and after
 * each end waits 1 to 10 s, or as long as the server says, and begins again, for ever. A token that is refused is tried
 * anew as soon as there is another one in its file. What was not sent when a connection ends is gone. One thread.
 */
class Session : public QObject
{
    Q_OBJECT
public:
    Session(Target target, SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    void start();
    //! Says goodbye behind all that is queued; ended() follows, at the latest after SessionOptions::link.closeWithin.
    void stop(std::uint16_t code = ws::close::kNormal, const QByteArray &reason = {});

    [[nodiscard]] bool isOpen() const { return m_link && m_link->isOpen(); }
    //! The server took the sub-protocol that LinkOptions offers: of the connection that is open.
    [[nodiscard]] bool hasProtocol() const { return m_link && m_link->hasProtocol(); }
    [[nodiscard]] QByteArray answer() const { return m_answer; } //!< the access point's last, in JSON
    [[nodiscard]] qint64 queuedBytes() const { return m_link ? m_link->queuedBytes() : 0; }
    //! One message. False: there is no connection now, or too much is queued already: drained() or opened() will tell.
    [[nodiscard]] bool send(ws::Opcode opcode, QByteArrayView payload);
    //! Gives what is queued to the kernel now; for who cannot wait until the event loop comes round.
    void flush();
    //! Holds the peer back: of this connection and of those that follow.
    void setPaused(bool isPaused);

Q_SIGNALS:
    void opened();
    void message(relay::ws::Opcode opcode, const QByteArray &payload);
    void drained();
    void closed(const relay::client::session::Ending &ending); //!< a connection that was open, or was to be
    void statusChanged(const relay::client::session::Status &status);
    void ended(); //!< no further try

private:
    void attempt();
    void ask();
    void granted(const QString &uri, const QByteArray &answer);
    void dial(const Address &address);
    void linkOpened();
    void linkEnded(const Ending &ending);
    void again(Status status, Setback setback);
    void finish(Status status);
    void give(ws::Opcode opcode, const QByteArray &payload);
    void tokenChanged();
    [[nodiscard]] std::variant<QByteArray, QString> currentToken();

    Target m_target;
    SessionOptions m_options;
    AccessCall m_access;
    std::unique_ptr<TokenFile> m_tokenFile; // or none
    std::unique_ptr<Link, void (*)(Link *)> m_link;
    QByteArray m_answer;
    RetryPlan m_plan;
    QTimer m_retry;
    Pulse::Time m_openedAt { 0 }; // monotonic
    bool m_wasOpen = false;
    bool m_isRefused = false; // what it waits for now is another token
    bool m_isStopping = false;
    bool m_isPaused = false;
};

} // namespace relay::client::session
