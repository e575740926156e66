// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace relay::tests {

//! The other side of a TLS connection, on OpenSSL's own memory BIOs. Trusts everybody.
class TlsClient
{
public:
    explicit TlsClient(int version = 0); //!< 0: the newest
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    void handshake(); //!< one step
    [[nodiscard]] bool isEstablished() const;
    void write(std::string_view bytes);
    void shutDown();
    void updateKey(); //!< TLS 1.3: asks the other side for new keys as well
    void feed(std::string_view sealed);
    [[nodiscard]] std::string sealed();  //!< what is to be sent
    [[nodiscard]] std::string read();    //!< everything that can be opened
    [[nodiscard]] bool hasEnded() const; //!< close_notify has come

private:
    ssl_ctx_st *m_context;
    ssl_st *m_ssl;
};

} // namespace relay::tests
