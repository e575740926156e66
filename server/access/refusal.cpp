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
    case Reason::SessionsOfToken: return "sessions_of_token";
    case Reason::Origin: return "origin";
    case Reason::Rate: return "rate";
    case Reason::Undecided: return "undecided";
    case Reason::Crowded: return "crowded";
    case Reason::NoRoom: return "no_room";
    case Reason::NotReady: return "not_ready";
    case Reason::NoHost: return "no_host";
    case Reason::HeadLate: return "head_late";
    case Reason::HeadTooLarge: return "head_too_large";
    case Reason::BodyTooLarge: return "body_too_large";
    case Reason::BadRequest: return "bad_request";
    case Reason::MediaType: return "media_type";
    case Reason::NotFound: return "not_found";
    case Reason::WrongMethod: return "wrong_method";
    case Reason::NotWritten: return "not_written";
    case Reason::Ended: return "ended";
    case Reason::AddressDenied: return "address_denied";
    case Reason::SubjectDenied: return "subject_denied";
    case Reason::Held: return "held";
    case Reason::Draining: return "draining";
    }
    return "unknown";
}

bool isBarred(Reason reason)
{
    return reason == Reason::AddressDenied || reason == Reason::SubjectDenied || reason == Reason::Held;
}

Reason reasonOf(int status)
{
    switch (status) {
    case 404: return Reason::NotFound;
    case 405: return Reason::WrongMethod;
    case 406:
    case 415: return Reason::MediaType;
    case 408: return Reason::HeadLate;
    case 413: return Reason::BodyTooLarge;
    case 414:
    case 431: return Reason::HeadTooLarge;
    case 503: return Reason::NoRoom;
    case 507: return Reason::NotWritten;
    default: return Reason::BadRequest;
    }
}

} // namespace relay::access
