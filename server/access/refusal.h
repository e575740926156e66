// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace relay::access {

//! Why somebody does not get in. Counted by reason.
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
    Origin,
    Rate,      //!< too many handshakes at once
    Undecided, //!< too many connections of this address said nothing yet
};
inline constexpr std::size_t kReasons = std::size_t(Reason::Undecided) + 1;

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
