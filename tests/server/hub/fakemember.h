// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/member.h"

#include <string>
#include <vector>

namespace relay::tests {

//! A reader without a socket: takes as many bytes as the test allows and keeps them.
class FakeMember final : public hub::Member
{
public:
    explicit FakeMember(std::uint64_t connectionId)
        : Member(int(connectionId), connectionId)
    {
    }

    void queueGrew() override { isWaiting = true; }
    void sendFailed(int error) override
    {
        failure = error;
        isReceiving = false;
    }

    void fellBehind() override { hasFallenBehind = true; }
    void setPaused(bool isOn) override { pauses.push_back(isOn); }

    //! As a socket does: some of it, or -EAGAIN.
    ssize_t take(const char *data, std::size_t size)
    {
        if (breaksWith != 0)
            return -breaksWith;
        if (room == 0)
            return -EAGAIN;
        const std::size_t taken = std::min(size, room);
        received.append(data, taken);
        room = room - taken + readsMeanwhile;
        return ssize_t(taken);
    }

    std::string received;
    std::size_t room = SIZE_MAX;    //!< bytes it still takes
    std::size_t readsMeanwhile = 0; //!< bytes, between one send and the next
    int breaksWith = 0;             //!< errno of every send
    int failure = 0;
    bool isWaiting = false;
    bool hasFallenBehind = false;
    std::vector<bool> pauses; //!< what it was told
};

} // namespace relay::tests
