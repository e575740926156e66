// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace relay::reference {

class Topic;

//! A connection. Lives until the end of the pass in which its descriptor was closed.
struct Peer
{
    int fd = -1;
    Topic *topic = nullptr; //!< none: the request is not complete
    bool reads = false;
    bool writes = false;
    bool isWaiting = false;      //!< epoll tells when it takes more
    std::size_t slot = 0;        //!< among the topic's readers
    std::uint64_t lastBatch = 0; //!< serial of the batch that holds a message of this peer
    std::string input;           //!< the beginning of a request or frame
    std::string backlog;         //!< what the socket did not take
    std::size_t sentOfBacklog = 0;
};

} // namespace relay::reference
