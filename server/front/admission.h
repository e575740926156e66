// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/address.h"
#include "common/topic/kind.h"
#include "server/http/requesthead.h"
#include "server/worker/arrival.h"

namespace relay::front {

class Visitor;

//! What a decision lets in, and as what.
struct Admission
{
    worker::Arrival::Purpose purpose = worker::Arrival::Purpose::Topic;
    topic::Address address;
    bool expectsContinue = false;
    topic::Kind kind = topic::Kind::Data;
};

//! The visitor as its worker gets it: takes its connection and tells what it asked for.
[[nodiscard]] worker::Arrival makeArrival(Visitor &visitor, http::RequestHead head, const Admission &admission,
                                          stats::ConnectionId id);

} // namespace relay::front
