// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/equipment.h"
#include "client/host/outlets.h"

namespace relay::client::host {

/*!
 * What goes on, as JSON: {"feeds":{name:{...}},"destinations":{id:{...}},"instruments":[...],"commands":[...]}. Times are ISO 8601 in UTC, sizes bytes. A
 * destination that is "ended" has a rule that cannot be used. Shows no token.
 */
[[nodiscard]] QByteArray figuresJson(const FeedHub &hub, const Outlets &outlets, const Equipment &equipment);

} // namespace relay::client::host
