// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"
#include "server/tls/stream.h"

#include <QByteArray>

#include <cstdint>
#include <memory>

namespace relay::front {

/*!
 * The bytes of one visitor, through TLS or plain. Never waits; the handshake goes on as bytes come. On the visitor's
 * thread; may move to another together with the connection.
 */
class Wire
{
public:
    enum class Read : std::uint8_t {
        Bytes,
        Nothing,
        End,    //!< the peer has finished, or it broke
        NotTls, //!< the first byte is none of TLS: from now on the wire is plain
    };
    enum class Write : std::uint8_t { Done, Later, Broken };

    explicit Wire(loop::Descriptor descriptor, std::unique_ptr<tls::Stream> tls = {})
        : m_descriptor(std::move(descriptor))
        , m_tls(std::move(tls))
    {
    }

    [[nodiscard]] Read receive(QByteArray &bytes); //!< appends
    //! Reads and forgets. False: nothing more will come.
    [[nodiscard]] bool discard();
    //! Sends what TLS has to say of its own.
    [[nodiscard]] Write flush();
    //! Sends `bytes` from `sent` on, moves that along, and behind the last one says that no more follow.
    [[nodiscard]] Write sendLast(const QByteArray &bytes, qsizetype &sent);

    [[nodiscard]] int fd() const { return m_descriptor.get(); }
    [[nodiscard]] bool isSecure() const { return bool(m_tls); }
    //! Whether bytes would reach the peer: a TLS handshake must be over.
    [[nodiscard]] bool canSend() const { return !m_tls || m_tls->isEstablished(); }

    [[nodiscard]] loop::Descriptor takeDescriptor() { return std::move(m_descriptor); }
    [[nodiscard]] std::unique_ptr<tls::Stream> takeTls() { return std::move(m_tls); }

private:
    [[nodiscard]] Read open(std::span<const char> sealed, QByteArray &bytes);
    [[nodiscard]] Write sendSealed(const QByteArray &bytes, qsizetype &sent);

    loop::Descriptor m_descriptor;
    std::unique_ptr<tls::Stream> m_tls;
    bool m_hasBegun = false;
};

} // namespace relay::front
