// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

#include <sys/types.h>

struct ssl_st;

namespace relay::load {

//! The measurement cannot go on; what() tells why.
class Failure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

//! How the bytes go over the connection.
enum class Transport : bool {
    Plain,
    Tls, //!< of OpenSSL; the certificate is not looked at
};

/*!
 * A connection and its bytes. Everything that touches them is here, so that nothing else knows whether there is TLS in
 * between. Ends at once, leaving no socket behind that waits for its port.
 */
class Wire
{
public:
    Wire() = default;
    //! A non-blocking connection to 127.0.0.1 that is under way. A small window: for a reader that is to stop soon.
    Wire(int port, Transport transport, bool hasSmallWindow);
    ~Wire();
    Wire(Wire &&other) noexcept;
    Wire &operator=(Wire &&other) noexcept;

    //! What epoll has to watch for until the handshake is done.
    enum class Wants { Nothing, Read, Write };
    //! Goes on with the handshake of TLS. Nothing: it is done, or there is none. Throws Failure.
    [[nodiscard]] Wants shakeHands();

    //! Bytes moved; -1: nothing now. Throws Failure when the other side is gone.
    [[nodiscard]] ssize_t receive(std::span<char> into);
    //! May have taken a part and kept it, when it says -1: the same bytes are to follow.
    [[nodiscard]] ssize_t send(std::span<const char> bytes);
    //! Receives and forgets so many bytes at most, without a copy where there is no TLS.
    [[nodiscard]] ssize_t discard(std::size_t size);
    //! Whether receive() has more although the descriptor may be quiet: opened records.
    [[nodiscard]] bool hasMore() const;

    [[nodiscard]] int descriptor() const { return m_fd; }
    [[nodiscard]] bool isConnected() const { return m_fd >= 0; }

private:
    [[nodiscard]] ssize_t opened(int result, const char *what);

    int m_fd = -1;
    std::unique_ptr<ssl_st, void (*)(ssl_st *)> m_tls { nullptr, nullptr }; // none: plain
};

} // namespace relay::load
