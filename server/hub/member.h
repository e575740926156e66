// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sendqueue.h"

#include <cstddef>
#include <cstdint>

namespace relay::hub {

class Sealer;
class Topic;

//! Plain sums of one member, kept by its worker only.
struct Traffic
{
    std::uint64_t inMessages = 0;
    std::uint64_t inBytes = 0;
    std::uint64_t outMessages = 0;
    std::uint64_t outBytes = 0;
    std::uint64_t dropped = 0;
    std::int64_t lastInMs = 0;  //!< wall clock; 0: never
    std::int64_t lastOutMs = 0; //!< wall clock; 0: never
};

/*!
 * What the hub knows of a connection. A link derives from it and owns the descriptor. Invariant: a member is removed
 * from its topic only between passes; inside a pass it is marked by isReceiving = false.
 */
class Member
{
public:
    Member(int descriptor, std::uint64_t connectionId)
        : fd(descriptor)
        , id(connectionId)
    {
    }
    Member(const Member &) = delete;
    Member &operator=(const Member &) = delete;

    //! The queue has become non-empty: tell when the descriptor can take more.
    virtual void queueGrew() = 0;
    //! A send failed for good with this errno. Must only mark; the hub is in the middle of a pass.
    virtual void sendFailed(int error) = 0;
    //! Lost a message where losing one ends the connection. Must only mark.
    virtual void fellBehind() = 0;
    //! Readers of a topic that loses nothing are behind: read no more of this member until told otherwise. Must only mark.
    virtual void setPaused(bool isPaused) = 0;

    // What the fan-out loop reads of every reader stands first and together.
    int fd;
    bool isReceiving = false;
    std::uint64_t id;
    std::uint64_t lastBatch = 0; //!< serial of the batch that holds a message of this member
    SendQueue queue;
    Sealer *sealer = nullptr; //!< of a TLS connection; its bytes are sealed before they are sent
    Traffic traffic;
    Topic *topic = nullptr;
    std::size_t slot = 0; //!< place among the topic's readers
    bool isDroppingEpisode = false;
    bool isBehind = false; //!< of a topic that loses nothing: over its budget, not yet down to half of it
    bool isPaused = false;
    bool isStarting = false; //!< has not taken yet all that it was given to begin with
    std::uint64_t droppedInEpisode = 0;

protected:
    ~Member() = default;
};

} // namespace relay::hub
