// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/forwarded.h"
#include "server/front/lobby.h"

namespace relay::front {

//! One that is being decided about: who asks, and for what.
struct Lobby::Request
{
    Visitor &visitor;
    http::RequestHead head;
    Client client;
    Policy policy;
};

} // namespace relay::front
