// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ws/wslink.h"

#include <QByteArray>

#include <vector>

namespace relay::ws {

/*!
 * A connection of the relay of shells. The two legs of a shell are the only members of a topic that loses nothing. What
 * a client sends is held back until its host has spoken: a server that speaks first (ssh) would else be confused by an
 * answer before its question. On a management connection the relay speaks, and the host is not heard.
 */
class ShellLink final : public WsLink
{
public:
    using Part = stats::ShellPart;

    //! Of what is held back for a host that has not spoken; then no more is read until it does.
    static constexpr std::size_t kHeldBytes = 64 * 1024;
    //! Of what waits for a host that does not read what it is told; then it is closed with 4408.
    static constexpr std::size_t kMaxUntold = 256 * 1024;

    ShellLink(loop::Descriptor descriptor, std::uint64_t id, LinkHost &host, const WsLinkOptions &options, Part part);

    //! The other leg, or nullptr when it goes. Each of the two has to be told.
    void setPartner(ShellLink *partner) { m_partner = partner; }
    //! Sends a text message of the relay's own, behind those that wait. Management only.
    void tell(const QByteArray &text);
    //! As close(), after everything that waits for the peer has been sent, however long that takes.
    void finish(std::uint16_t code, const QByteArray &reason);

    [[nodiscard]] Part part() const { return m_part; }

private:
    struct Held
    {
        Opcode opcode = Opcode::Binary;
        QByteArray payload;
    };
    void takeTalk(Opcode opcode, std::span<const char> payload) override;
    void caughtUp() override;
    void hold(Opcode opcode, std::span<const char> payload);
    void letGo();

    const Part m_part;
    ShellLink *m_partner = nullptr;
    bool m_isHeldBack; //!< a client whose host has not spoken yet
    std::vector<Held> m_held;
    std::size_t m_heldBytes = 0;
    std::uint16_t m_finishCode = 0; //!< 0: goes on
    QByteArray m_finishReason;
};

} // namespace relay::ws
