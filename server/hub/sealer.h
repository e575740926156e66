// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include <sys/uio.h>

namespace relay::hub {

/*!
 * Seals a member's bytes on their way to the descriptor: TLS. What is sealed can be neither dropped nor reordered any
 * more, so it is bounded, and further messages wait unsealed, in the queue, under the reader's budget. On the member's
 * thread.
 */
class Sealer
{
public:
    static constexpr std::size_t kMaxPlain = 256 * 1024; //!< bytes sealed in one go, and at most under way

    //! Room that sealing so many bytes takes at most.
    [[nodiscard]] static constexpr std::size_t roomFor(std::size_t plain)
    {
        constexpr std::size_t record = 16 * 1024;
        constexpr std::size_t overhead = 96; // header, nonce, tag or padding of one record
        plain = std::min(plain, kMaxPlain);
        return plain + (plain / record + 1) * overhead + 512;
    }

    struct Sealed
    {
        std::size_t plain = 0; //!< bytes taken from the pieces; 0: broken for good
        std::size_t bytes = 0; //!< written to the room
    };

    //! Seals the first kMaxPlain bytes of the pieces, or all, into `room`. Only while nothing is unsent().
    [[nodiscard]] virtual Sealed seal(std::span<const iovec> pieces, std::span<char> room) = 0;

    //! Sealed bytes that have to go before any other.
    [[nodiscard]] virtual std::span<const char> unsent() const = 0;
    //! The descriptor did not take the end of what seal() wrote.
    virtual void keep(std::span<const char> rest) = 0;
    //! So many of the unsent() bytes are out.
    virtual void advance(std::size_t bytes) = 0;

protected:
    ~Sealer() = default;
};

} // namespace relay::hub
