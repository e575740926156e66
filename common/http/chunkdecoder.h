// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace relay::http {

inline constexpr std::size_t kMaxChunkLine = 8 * 1024; //!< bytes of a chunk's size line, or of all trailers together

/*!
 * Reads a chunked body (RFC 9112, 7.1) piece by piece, with extensions and trailers, without end if need be. Holds
 * at most kMaxChunkLine bytes of framing and no body: pieces point into what was fed. Not thread-safe.
 */
class ChunkDecoder
{
public:
    enum class State { Reading, Finished, Failed };

    ChunkDecoder();
    ~ChunkDecoder();
    ChunkDecoder(ChunkDecoder &&) noexcept;
    ChunkDecoder &operator=(ChunkDecoder &&) noexcept;

    /*!
     * Takes bytes from the front of `input` and returns the next piece of the body in them. Empty: the input is used
     * up, or state() is no longer Reading. What follows a finished body stays in `input`.
     */
    [[nodiscard]] std::span<const char> next(std::span<const char> &input);

    [[nodiscard]] State state() const;
    [[nodiscard]] int failureStatus() const;          //!< 400 or 431
    [[nodiscard]] const std::string &failure() const; //!< a sentence for the client

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace relay::http
