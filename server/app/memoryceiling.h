// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::app {

struct Options;

/*!
 * Bytes of memory that so many connections can take at most, all of them reading as slowly as they like: 4 KiB for each,
 * 64 KiB where there is TLS, and its queue; and what relayd takes by itself. Not in it: messages larger than a queue, each
 * while it comes in or is the only one that waits for its reader, and the pictures that are kept of videos. Pure.
 */
[[nodiscard]] std::uint64_t memoryCeiling(const Options &options, int maxConnections);

} // namespace relay::app
