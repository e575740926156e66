// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/session.h"
#include "client/shell/bytequeue.h"
#include "client/shell/nearend.h"
#include "client/shell/resumablestream.h"

namespace relay::client::shell {

/*!
 * One connection that is relayed, at either end of the way: a program on this machine, and a leg, which is a websocket to
 * the relay. Each leg begins with a greeting, of which the two sides make different things; then the bytes go as they
 * are, as programs of before have it, or framed, and then the connection outlives its legs. One thread.
 */
class Tunnel : public QObject
{
    Q_OBJECT
public:
    ~Tunnel() override;

    //! Ends it from this side, and tells the other end why where it can. Nothing happens when it is over already.
    void abort(const QString &reason) { abort(reason, reason); }
    [[nodiscard]] bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void told(const QString &text);  //!< what goes on, for people
    void over(const QString &fault); //!< once; empty: it came to its end as it should, and all that had come was taken
    void gone();                     //!< once, behind over(): nothing is left to be sent, it may be deleted

protected:
    enum class Form { Undecided, Plain, Framed };

    explicit Tunnel(QObject *parent);

    void setNear(std::unique_ptr<NearEnd> near);
    [[nodiscard]] bool hasNear() const { return m_near != nullptr; }
    //! Forgets the leg before, if there is one, and what did not come through on it. Nothing happens when it is over.
    void beginLeg(std::unique_ptr<session::Session> leg);
    [[nodiscard]] session::Session &leg() { return *m_leg; } //!< from a slot about it
    void stopLeg();
    [[nodiscard]] Form form() const { return m_form; }
    [[nodiscard]] const ResumableStream &stream() const { return m_stream; }
    void say(const QByteArray &hello); //!< a text on the leg, if there is one

    void goPlain();
    //! Empty on success, else a sentence.
    [[nodiscard]] QString goFramed(qint64 peerReceived);
    void takePlain(const QByteArray &bytes);
    //! It is over; what the program on this machine has not taken yet, it is still given as long as it takes some of it.
    void finish(const QString &fault);
    //! finish(), once nothing has come from the leg for so long and the program has all of it, or takes no more of it.
    void finishWhenQuiet(std::chrono::milliseconds quiet);
    void abort(const QString &reason, const QString &fault); //!< `fault`: what over() says here

    virtual void stopped() = 0; //!< it is over: no timer or call may go on
    virtual void legOpened() = 0;
    virtual void greeted(ws::Opcode opcode, const QByteArray &payload) = 0; //!< before the leg has a form
    virtual void legEnded(const session::Status &status) = 0;               //!< of a leg that was not ended by us
    virtual void completed() = 0;                                           //!< framed: all was delivered, both ways
    virtual void nearLost(const QString &text) = 0;                         //!< the program has gone before the end

private:
    void legMessage(ws::Opcode opcode, const QByteArray &payload);
    void takeFrame(const QByteArray &message);
    void nearCame(const QByteArray &message);
    void nearEnded();
    void deliver();
    void settle();
    void sendFrames(bool acksNow);
    void dropLeg();
    void dropNear(bool hasAll);
    [[nodiscard]] bool isNearTaking() const;
    void watchForStall();
    void stalled();
    void waitForQuiet();
    void quietened();
    void checkGone();

    std::unique_ptr<NearEnd> m_near; // none before it is connected, and at the end
    std::unique_ptr<session::Session> m_leg;
    ResumableStream m_stream;
    ByteQueue m_toNear;
    QTimer m_ackTimer;
    QTimer m_stall; // at the end, while there is something that the program on this machine has not taken yet
    QTimer m_quietTimer;
    qint64 m_inKernel = 0; // bytes there for the near end when one of these two timers began

    std::chrono::milliseconds m_quiet { 0 }; // not 0: see finishWhenQuiet()
    QString m_fault;
    Form m_form = Form::Undecided;
    bool m_hasForm = false; // this leg
    bool m_isOver = false;
    bool m_isTold = false; // over()
    bool m_isGone = false;
};

} // namespace relay::client::shell
