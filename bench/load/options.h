// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/wire.h"

#include <cstdint>

namespace relay::load {

struct Options
{
    int port = 0;
    int pid = 0; //!< of the server
    std::uint32_t topics = 1;
    std::uint32_t readers = 1;    //!< of each topic
    std::uint32_t publishers = 1; //!< of each topic
    std::uint32_t slow = 0;       //!< readers of each topic, beside the others, that do not read
    std::uint32_t idle = 0;       //!< connections beside the topics
    bool isManyToMany = false;    //!< the publishers are the readers
    bool isText = false;
    Transport transport = Transport::Plain;
    std::uint32_t size = 64;
    std::uint32_t window = 1; //!< messages under way of each publisher, while rate is 0
    double rate = 0;          //!< messages a second of each publisher
    double warmUp = 0.3;      //!< seconds
    double duration = 1;      //!< seconds that are measured; 0: connects only
    bool wantsHelp = false;
    double patience = 5; //!< seconds without progress after which what is under way counts as lost

    [[nodiscard]] std::uint32_t connections() const;
    //! Readers that get each message of a topic.
    [[nodiscard]] std::uint32_t receivers() const { return isManyToMany ? publishers - 1 : readers; }
};

//! Throws std::invalid_argument for what it does not understand.
[[nodiscard]] Options parseOptions(int argc, char **argv);
[[nodiscard]] const char *helpText();

} // namespace relay::load
