// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace relay::http {

/*!
 * The body of one HTTP/1.1 request, chunked or with a Content-Length, as a stream of pieces. Holds no body: each
 * piece points into what was fed. Any length; the end is told. Not thread-safe.
 */
class BodyReader
{
public:
    enum class State { Reading, Finished, Failed };

    //! Fails at once when the head announces no body that can be read (neither chunked nor a length).
    explicit BodyReader(const RequestHead &head);
    ~BodyReader();
    BodyReader(BodyReader &&) noexcept;
    BodyReader &operator=(BodyReader &&) noexcept;

    /*!
     * Takes bytes from the front of `input` and returns the next piece of the body in them. An empty piece means
     * that the input is used up, or that state() is no longer Reading. Call until then.
     */
    [[nodiscard]] std::span<const char> next(std::span<const char> &input);

    [[nodiscard]] State state() const;
    [[nodiscard]] int failureStatus() const;          //!< 400, 411, 501 ...
    [[nodiscard]] const std::string &failure() const; //!< a sentence for the client

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace relay::http
