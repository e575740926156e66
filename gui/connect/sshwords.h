// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connect/place.h"

namespace relay::gui {

/*!
 * Why ssh did not bring us to the relay: what happened and what to do, from what it wrote to its standard error. What it
 * says that we do not know is handed on as it is. Pure.
 */
[[nodiscard]] QString sshFailure(const Place &place, const QString &said);

//! Whether ssh has said that the host would not open the relay's socket for us.
[[nodiscard]] bool hasNoSocketThere(const QString &said);

//! As somebody would type it to try ssh by hand: "ssh -p 2222 anna@relay-1.lab".
[[nodiscard]] QString sshByHand(const Place &place);

} // namespace relay::gui
