// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>

#include <sys/types.h>

namespace relay::load {

//! The measurement cannot go on; what() tells why.
class Failure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/*!
 * The bytes of a connection. Everything that touches them on a descriptor is here, so that this is the place for
 * connections over TLS, once the relay serves them.
 */
class Wire
{
public:
    //! A non-blocking connection to 127.0.0.1 that is under way. A small window: for a reader that is to stop soon.
    [[nodiscard]] static int connect(int port, bool hasSmallWindow);

    //! Bytes moved; -1: nothing now. Throws Failure when the other side is gone.
    [[nodiscard]] static ssize_t receive(int fd, std::span<char> into);
    [[nodiscard]] static ssize_t send(int fd, std::span<const char> bytes);
    //! Receives and forgets so many bytes at most, without a copy.
    [[nodiscard]] static ssize_t discard(int fd, std::size_t size);
    //! At once, leaving no socket behind that waits for its port.
    static void close(int fd);
};

} // namespace relay::load
