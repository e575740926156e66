// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <sys/types.h>
#include <sys/uio.h>

namespace relay::hub {

class Member;

//! The bytes of one reader in one pass: `count` pieces from `first` on in the pieces that go with the jobs.
struct SendJob
{
    Member *to = nullptr;
    std::size_t first = 0;
    std::size_t count = 0;
    std::size_t total = 0; //!< bytes in all its pieces
    ssize_t result = 0;    //!< bytes taken, or -errno
    std::size_t plain = 0; //!< bytes that were sealed into the piece; 0: the pieces are the bytes themselves
};

/*!
 * Hands the bytes of many readers to the kernel without ever waiting for one of them. Results are in the jobs when
 * submit() returns, and nothing refers to the pieces any more. One per worker.
 */
class Sender
{
public:
    virtual ~Sender() = default;
    virtual void submit(std::span<SendJob> jobs, std::span<const iovec> pieces) = 0;
    [[nodiscard]] virtual std::string_view name() const = 0; //!< a literal, which outlives the sender
};

} // namespace relay::hub
