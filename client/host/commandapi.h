// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/rules.h"

#include <QByteArray>

namespace relay::client::host {

/*!
 * The same rules over a websocket, where the host is behind a firewall: one JSON object asks, one answers
 * ({"verb":"list","what":"stream","which":"all"}). Names are read in any case. `apiRule`, the way that the commands
 * come, cannot be deleted. Pure but for the rules.
 */
[[nodiscard]] QByteArray answerCommand(Rules &rules, QByteArrayView command);

} // namespace relay::client::host
