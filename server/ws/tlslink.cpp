// SPDX-License-Identifier: GPL-3.0-or-later
// What a link does differently when its connection is TLS.
#include "common/ws/protocol.h"
#include "server/hub/plainsender.h"
#include "server/ws/link.h"

#include <cerrno>

namespace relay::ws {

void Link::secure(std::unique_ptr<tls::Stream> tls)
{
    m_tls = std::move(tls);
    sealer = m_tls.get();
    m_wantsWrite = hasUnsent();
}

bool Link::hasUnsent() const
{
    return !queue.isEmpty() || (m_tls && !m_tls->unsent().empty());
}

void Link::open(std::span<char> buffer, std::size_t received)
{
    const auto room = buffer.subspan(buffer.size() / 2);
    m_tls->feed(buffer.first(received));
    using Event = tls::Stream::Event;
    auto event = Event::Bytes;
    while (event == Event::Bytes && !hasEnded()) {
        // One record at a time comes out; the link gets as many at once as fit, as it would of a plain connection.
        std::size_t filled = 0;
        while (filled < room.size()) {
            std::size_t count = 0;
            event = m_tls->open(room.subspan(filled), count);
            if (event != Event::Bytes)
                break;
            filled += count;
        }
        if (filled > 0 && !m_hasFinishedWriting)
            receive(room.first(filled));
    }
    if (!hasEnded())
        opened(event);
}

void Link::opened(tls::Stream::Event how)
{
    // OpenSSL may have answered: a key update, or the alert for what was wrong.
    if (!m_tls->unsent().empty()) {
        write();
        if (hasEnded())
            return;
        watch(hasUnsent());
    }
    if (how == tls::Stream::Event::Failed)
        abort(close::kAbnormal, "TLS failed: " + m_tls->failure());
    else if (how == tls::Stream::Event::Finished && m_state == State::Closing)
        end();
    else if (how == tls::Stream::Event::Finished)
        peerFinished();
}

bool Link::sayGoodbye()
{
    m_tls->finish();
    if (!m_tls->unsent().empty() && !m_host.hub().drain(*this)) {
        abort(close::kAbnormal, "the connection broke while sending");
        return false;
    }
    watch(hasUnsent());
    return !hasUnsent();
}

} // namespace relay::ws
