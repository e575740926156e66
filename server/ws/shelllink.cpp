// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/shelllink.h"

#include "server/loop/clock.h"

#include <utility>

namespace relay::ws {

ShellLink::ShellLink(loop::Descriptor descriptor, std::uint64_t connectionId, LinkHost &host,
                     const WsLinkOptions &options, Part part)
    : WsLink(std::move(descriptor), connectionId, host, options)
    , m_part(part)
    , m_isHeldBack(part == Part::Client)
{
}

void ShellLink::takeTalk(Opcode opcode, std::span<const char> payload)
{
    if (m_part == Part::Management) {
        ++traffic.inMessages;
        traffic.inBytes += payload.size();
        traffic.lastInMs = loop::wallMs();
        return;
    }
    if (m_isHeldBack) {
        hold(opcode, payload);
        return;
    }
    m_host.hub().publish(*this, opcode, payload);
    if (m_partner && m_partner->m_isHeldBack) [[unlikely]]
        m_partner->letGo(); // in this pass it gets what was said here, before its own answer can come back
}

void ShellLink::hold(Opcode opcode, std::span<const char> payload)
{
    m_held.push_back({ opcode, QByteArray(payload.data(), qsizetype(payload.size())) });
    m_heldBytes += payload.size() + sizeof(Held);
    if (m_heldBytes >= kHeldBytes)
        setWaiting(true);
}

void ShellLink::letGo()
{
    m_isHeldBack = false;
    for (const Held &held : std::exchange(m_held, {}))
        m_host.hub().publish(*this, held.opcode, { held.payload.constData(), std::size_t(held.payload.size()) });
    m_heldBytes = 0;
    setWaiting(false);
}

void ShellLink::tell(const QByteArray &text)
{
    if (!isOpen())
        return;
    if (queue.heldBytes() > kMaxUntold) {
        fellBehind();
        return;
    }
    hub::Batch batch;
    batch.append(Opcode::Text, { text.constData(), std::size_t(text.size()) }, 0);
    queue.push(std::make_shared<hub::SharedBatch>(batch.bytes(), batch.segments(), 0, batch.segments().size()),
               m_host.nowMs());
    queueGrew();
}

void ShellLink::finish(std::uint16_t code, const QByteArray &reason)
{
    if (!isOpen() || m_finishCode != 0)
        return;
    if (!hasUnsent()) {
        close(code, reason);
        return;
    }
    m_finishCode = code;
    m_finishReason = reason;
}

void ShellLink::caughtUp()
{
    if (m_finishCode != 0 && isOpen())
        close(m_finishCode, m_finishReason);
}

} // namespace relay::ws
