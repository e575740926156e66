// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/peer.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

struct io_uring;

namespace relay::reference {

/*!
 * Takes the sends of a pass and makes them by one call of io_uring: what the barest server with io_uring costs. Whoever
 * adds keeps the bytes until submit() has returned.
 */
class Ring
{
public:
    Ring(); //!< throws std::system_error where the kernel refuses one
    ~Ring();
    Ring(const Ring &) = delete;
    Ring &operator=(const Ring &) = delete;

    void add(Peer &peer, std::span<const char> bytes) { m_sends.push_back({ &peer, bytes }); }
    //! done(peer, bytes, result of send(), negative errno) for each.
    void submit(const std::function<void(Peer &, std::span<const char>, int)> &done);

private:
    struct Send
    {
        Peer *peer;
        std::span<const char> bytes;
    };
    void submitSome(std::span<const Send> sends, const std::function<void(Peer &, std::span<const char>, int)> &done);

    std::unique_ptr<io_uring> m_ring;
    std::vector<Send> m_sends;
};

} // namespace relay::reference
