// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sealer.h"
#include "server/tls/context.h"
#include "server/tls/memorybio.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <span>

struct ssl_st;

namespace relay::tls {

/*!
 * The relay's side of one TLS connection, on bytes in memory: whoever owns the descriptor receives and sends them. The
 * handshake is part of open(); what it answers is unsent(). One thread at a time; may move to another.
 */
class Stream final : public hub::Sealer
{
public:
    enum class Event {
        Bytes,     //!< some are in the room, ask again
        WantsMore, //!< all that was fed is used up
        Finished,  //!< the peer has said close_notify: nothing more comes
        Failed,    //!< see failure(); what is unsent() tells the peer
    };

    explicit Stream(const Context &context);
    ~Stream();
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    //! Whether a connection that begins with this byte can be TLS: its first record is of the handshake.
    [[nodiscard]] static bool canBeginWith(char byte) { return byte == 0x16; }

    //! Sealed bytes as they were received. open() must use them up before they go: until it wants more, or is over.
    void feed(std::span<const char> sealed) { m_wires.incoming = sealed; }
    [[nodiscard]] Event open(std::span<char> room, std::size_t &count);
    [[nodiscard]] bool isEstablished() const; //!< the handshake is done
    [[nodiscard]] const QByteArray &failure() const { return m_failure; }

    //! Writes close_notify behind what is unsent(), once.
    void finish();

    [[nodiscard]] Sealed seal(std::span<const iovec> pieces, std::span<char> room) override;
    [[nodiscard]] std::span<const char> unsent() const override;
    void keep(std::span<const char> rest) override;
    void advance(std::size_t bytes) override;

private:
    [[nodiscard]] bool write(const char *data, std::size_t size);

    Wires m_wires;
    ssl_st *m_ssl;
    QByteArray m_failure;
    bool m_hasFinished = false;
};

} // namespace relay::tls
