// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::ws {

/*!
 * Whether a peer may send this code in a close frame: RFC 6455, section 7.4, and the IANA registry of close codes.
 * 1005, 1006 and 1015 have a meaning only inside a program; 1004 and what nobody has assigned below 3000 have none.
 */
[[nodiscard]] constexpr bool isCloseCodeOnWire(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace relay::ws
