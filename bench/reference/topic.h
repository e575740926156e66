// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/frame.h"
#include "bench/reference/peer.h"

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace relay::reference {

//! Readers, and the frames of this pass of the event loop, each encoded once.
class Topic
{
public:
    void join(Peer &peer);
    void leave(Peer &peer);

    //! True for the first message of a pass.
    [[nodiscard]] bool publish(Peer &from, const FrameHead &head, std::span<const char> maskedPayload);

    //! Hands each reader the frames of the pass but its own: send(peer, bytes) for each, bytes that stay until clear().
    //! Sending must not change the readers.
    template<typename Send>
    void flush(Send send);
    void clear(); //!< after flush()

private:
    struct Piece
    {
        const Peer *from;
        std::size_t offset;
        std::size_t size;
    };

    std::vector<Peer *> m_readers;
    std::string m_bytes;
    std::deque<std::string> m_others; // the batch without one reader's own frames, for each that sent some
    std::vector<Piece> m_pieces;
    std::uint64_t m_serial = 1;
};

template<typename Send>
void Topic::flush(Send send)
{
    for (Peer *reader : m_readers) {
        if (reader->lastBatch != m_serial) {
            send(*reader, std::span<const char>(m_bytes));
            continue;
        }
        std::string &others = m_others.emplace_back();
        for (const Piece &piece : m_pieces) {
            if (piece.from != reader)
                others.append(m_bytes, piece.offset, piece.size);
        }
        if (!others.empty())
            send(*reader, std::span<const char>(others));
    }
}

} // namespace relay::reference
