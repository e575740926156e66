// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/mirror.h"

namespace relay::gui {

//! A relay that the window shows beside its first: the conversation and the live copy.
struct Relay
{
    client::AdminClient client;
    client::Mirror mirror { client };
};

} // namespace relay::gui
