// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "common/topic/address.h"
#include "common/topic/kind.h"
#include "server/access/grant.h"
#include "server/front/forwarded.h"
#include "server/worker/arrival.h"

#include <memory>
#include <optional>

namespace relay::front {

class Visitor;

//! What a decision lets in, and as what.
struct Admission
{
    stats::ConnectionId id = 0;
    worker::Arrival::Purpose purpose = worker::Arrival::Purpose::Topic;
    topic::Address address;
    bool expectsContinue = false;
    topic::Kind kind = topic::Kind::Data;
    Client client = {};                                  //!< who it is, as far as proxies tell
    std::optional<access::Grant> grant = {};             //!< of secured mode
    std::shared_ptr<const stats::ShellFacts> shell = {}; //!< of the relay of shells
    bool speaksShell = false;                            //!< relay-shell.1
};

//! The visitor as its worker gets it: takes its connection and tells what it asked for.
[[nodiscard]] worker::Arrival makeArrival(Visitor &visitor, http::RequestHead head, const Admission &admission);

} // namespace relay::front
