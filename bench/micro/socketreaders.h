// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/member.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace relay::bench {

//! A member of a topic that takes note of nothing.
class QuietMember final : public hub::Member
{
public:
    QuietMember(int descriptor, std::uint64_t connectionId)
        : Member(descriptor, connectionId)
    {
    }

    void queueGrew() override { hasQueued = true; }
    void sendFailed(int error) override { failure = error; }
    void fellBehind() override { }
    void setPaused(bool /*isPaused*/) override { }

    bool hasQueued = false;
    int failure = 0;
};

//! So many readers behind real sockets, which are emptied on demand.
class SocketReaders
{
public:
    explicit SocketReaders(std::size_t count);
    ~SocketReaders();
    SocketReaders(const SocketReaders &) = delete;
    SocketReaders &operator=(const SocketReaders &) = delete;

    [[nodiscard]] std::deque<QuietMember> &members() { return m_members; }
    //! Takes everything that was sent; returns how many bytes.
    std::size_t readAll();

private:
    std::deque<QuietMember> m_members;
    std::vector<int> m_peers; // the other ends
};

} // namespace relay::bench
