// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::gui {

/*!
 * The text without the half of each address in it that tells who somebody is, and without ports: addresses are personal
 * data. "203.0.113.87:51234" is "203.0.113.x", "[2001:db8:91::e3:4]:1" "2001:db8:91:x". A network stays as it is,
 * unless it is of one address. Pure.
 */
[[nodiscard]] QString maskedAddresses(const QString &text);

} // namespace relay::gui
