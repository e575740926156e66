// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace relay::app {

/*!
 * Raises the soft limit of descriptors to the hard one and returns how many connections that leaves room for: the
 * limit less what relayd itself needs.
 */
[[nodiscard]] int raiseDescriptorLimit();

} // namespace relay::app
