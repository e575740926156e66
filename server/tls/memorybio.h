// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

struct bio_st;

namespace relay::tls {

/*!
 * The two ends of a TLS connection's sealed bytes in memory, as OpenSSL sees them. What is read comes straight from the
 * caller's buffer; what is written goes straight into the caller's, and where there is none, is kept.
 */
struct Wires
{
    std::span<const char> incoming; //!< not yet read by OpenSSL
    std::span<char> room;           //!< where sealed bytes go; empty: to `kept`
    std::size_t written = 0;        //!< of the room
    std::string kept;               //!< the handshake, alerts, and what a descriptor did not take
    std::size_t keptSent = 0;
};

//! A BIO on `wires`, which must outlive it. OpenSSL's own memory BIOs would copy everything and keep their largest size.
[[nodiscard]] bio_st *makeBio(Wires &wires);

} // namespace relay::tls
