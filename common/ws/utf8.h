// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace relay::ws {

/*!
 * Validates UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF) over any number of pieces and
 * fails at the first byte that cannot be part of a valid text. ASCII goes by in blocks.
 */
class Utf8Validator
{
public:
    //! False as soon as no continuation could make the text valid; stays false.
    [[nodiscard]] bool feed(std::span<const char> piece);
    //! True when the text may end here.
    [[nodiscard]] bool isComplete() const { return m_state == 0; }
    void reset() { m_state = 0; }

private:
    std::uint8_t m_state = 0;
};

//! Whether the whole is valid UTF-8.
[[nodiscard]] bool isValidUtf8(std::string_view text);

//! Cuts to at most maxBytes without splitting a character.
[[nodiscard]] std::string_view truncateUtf8(std::string_view text, std::size_t maxBytes);

} // namespace relay::ws
