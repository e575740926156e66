// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/refusal.h"

namespace relay::access {

QByteArrayView wordFor(Reason reason)
{
    switch (reason) {
    case Reason::NoToken: return "no_token";
    case Reason::BadToken: return "bad_token";
    case Reason::Expired: return "expired";
    case Reason::NotYetValid: return "not_yet_valid";
    case Reason::WrongAudience: return "wrong_audience";
    case Reason::MissingClaims: return "missing_claims";
    case Reason::WrongTopic: return "wrong_topic";
    case Reason::NoScope: return "no_scope";
    case Reason::NoBooking: return "no_booking";
    case Reason::Denied: return "denied";
    case Reason::BadCode: return "bad_code";
    case Reason::CodesOfBooking: return "codes_of_booking";
    case Reason::Guessing: return "guessing";
    case Reason::ConnectionsOfAddress: return "connections_of_address";
    case Reason::ConnectionsOfBooking: return "connections_of_booking";
    case Reason::Origin: return "origin";
    case Reason::Rate: return "rate";
    case Reason::Undecided: return "undecided";
    }
    return "unknown";
}

} // namespace relay::access
