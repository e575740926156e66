// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace relay::access {

//! Why somebody does not get in, or not what was asked for. Each answer of 400 or above is counted once, by reason.
enum class Reason : std::uint8_t {
    NoToken,
    BadToken, //!< unparsable, forged, too long, an algorithm that is not allowed
    Expired,
    NotYetValid,
    WrongAudience,
    MissingClaims,
    WrongTopic,
    NoScope,
    NoBooking,
    Denied,
    BadCode,        //!< none, unknown, used, too old, or for something else: who asks never learns which
    CodesOfBooking, //!< too many codes of the booking wait to be used
    Guessing,       //!< this address failed too often
    ConnectionsOfAddress,
    ConnectionsOfBooking,
    SessionsOfToken, //!< connections and unused codes
    Origin,
    Rate,      //!< too many handshakes at once
    Undecided, //!< too many connections of this address said nothing yet
    Crowded,   //!< it said nothing, and others need its place
    NoRoom,    //!< no place or no descriptor for one more
    NotReady,
    NoHost,   //!< the host that a shell is wanted on is not there, or cannot do what is wanted
    HeadLate, //!< the head of the request did not come in time
    HeadTooLarge,
    BodyTooLarge,
    BadRequest, //!< not HTTP, or not as a handshake, a body or a call has to be
    MediaType,  //!< of the body, or of the answer that is wanted
    NotFound,
    WrongMethod,
    NotWritten, //!< in force, and not on disk
    Ended,      //!< a stream that the relay or an administrator ended
    AddressDenied,
    SubjectDenied,
    Held, //!< this address was kicked from this topic, and may not come back yet
    Draining,
};
inline constexpr std::size_t kReasons = std::size_t(Reason::Draining) + 1;

//! What an answer of 400 or above counts as that has no reason of its own beside its status.
[[nodiscard]] Reason reasonOf(int status);

//! An operator keeps this one out: by its address, its subject, or for a while after a kick.
[[nodiscard]] bool isBarred(Reason reason);

//! As in metrics and the log: "wrong_topic".
[[nodiscard]] QByteArrayView wordFor(Reason reason);

//! What to answer.
struct Refusal
{
    Reason reason = Reason::BadCode;
    int status = 401;
    QByteArray text;    //!< a sentence for who asked; no secret, code or token in it
    int retryAfter = 0; //!< s; 0: no Retry-After
};

} // namespace relay::access
