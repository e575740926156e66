// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/shell/frame.h"

#include <QByteArray>

#include <deque>

namespace relay::client::shell {

/*!
 * One end of a stream of bytes that goes both ways and outlives the websockets that carry it: it keeps what it sent until
 * the other end has delivered it, and on a new leg goes on from where that one is. Neither end keeps more than kWindow of
 * what the other sent, since no more than that is ever on its way. A direction may end before the other.
 *
 * Delivered is what the near side (a socket, a pipe) has taken, not what has arrived here: what waits here at the end of
 * a leg is forgotten by beginLeg(), and comes again. Knows no socket and no clock. Pure.
 */
class ResumableStream
{
public:
    static constexpr qint64 kWindow = 4 * 1024 * 1024; //!< bytes a direction that are sent and not delivered
    static constexpr qint64 kAckEvery = 256 * 1024;    //!< bytes; what is less waits for the caller's clock
    static constexpr std::size_t kMaxPieces = 16'384;  //!< messages that are kept, however small they are

    // From the near side to the other end.

    [[nodiscard]] qint64 room() const;     //!< bytes that may be given now; 0 also after finish()
    void give(const QByteArray &data);     //!< a whole message: the byte FrameType::Data, then up to kMaxData bytes
    void finish() { m_isFinished = true; } //!< nothing more is given
    //! The next message to send on the leg; empty: there is none now. `acksNow`: also an ack that could wait.
    [[nodiscard]] QByteArray next(bool acksNow);
    [[nodiscard]] bool hasAck() const { return m_consumed > m_ackSent; }

    // From the other end to the near side.

    struct Taken
    {
        enum class Kind {
            Nothing, //!< for the near side
            Data,    //!< the bytes of the message after the first
            Aborted, //!< by the other end; text says why
            Fault,   //!< the other end did what it must not; text says what
        };
        Kind kind = Kind::Nothing;
        QString text = {};
    };
    [[nodiscard]] Taken take(const QByteArray &message);
    void consumed(qint64 bytes); //!< the near side has taken so many more
    //! The other end has nothing more to send, and all that it sent was consumed.
    [[nodiscard]] bool isDrained() const { return m_hasEnded && m_consumed == m_received; }

    // Legs.

    /*!
     * The leg there was is no more. Gives how many bytes were consumed, which the hello on the next one tells; what was
     * taken and not consumed is to be forgotten by the caller, too.
     */
    qint64 beginLeg();
    //! There is a new one, and the other end's hello named this. Empty on success, else a sentence: they do not fit.
    [[nodiscard]] QString resumeFrom(qint64 peerReceived);

    //! Both directions have ended and everything was delivered, as far as this end can know: nothing is left to do.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isUntouched() const { return m_written == 0 && m_consumed == 0 && !m_isFinished; }
    [[nodiscard]] qint64 unacknowledged() const { return m_written - m_acked; }
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] qint64 delivered() const { return m_consumed; }

private:
    [[nodiscard]] QString takeData(qsizetype bytes);
    [[nodiscard]] QString takeAck(qint64 total);
    [[nodiscard]] QString takeEnd(qint64 total);
    void forgetUntil(qint64 total);
    [[nodiscard]] QByteArray nextData();

    std::deque<QByteArray> m_pieces; // messages that hold the bytes from m_firstAt to m_written
    std::size_t m_nextPiece = 0;     // index of the one that holds the byte m_sent
    qint64 m_firstAt = 0;            // where the first of them begins; not after m_acked
    qint64 m_nextAt = 0;             // where the next one begins; not after m_sent
    qint64 m_acked = 0;              // delivered by the other end
    qint64 m_sent = 0;               // on this leg, or before it
    qint64 m_written = 0;            // given by the near side
    qint64 m_received = 0;
    qint64 m_consumed = 0;
    qint64 m_ackSent = 0;
    bool m_isFinished = false;
    bool m_isEndSent = false; // on this leg
    bool m_hasEnded = false;
};

} // namespace relay::client::shell
