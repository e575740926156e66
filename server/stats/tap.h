// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

//! Taps as orders to the workers and what comes back: plain values, moved from thread to thread.
namespace relay::stats {

using TapId = std::uint64_t; //!< from 1 on

//! What one tap looks at: one connection, or all of one topic.
struct TapSpec
{
    TapId id = 0;
    std::uint64_t connection = 0; //!< 0: the topic
    QByteArray topic;
    bool in = true; //!< what peers send to the relay
    bool out = false;
    bool packetHeads = false;  //!< of MPEG-TS messages the heads of their packets, instead of how they begin
    std::size_t preview = 256; //!< bytes of one message; at most 4096
    std::uint32_t sample = 1;  //!< every so manieth message
};

//! One message that passed.
struct TapRecord
{
    TapId tap = 0;
    std::uint64_t connection = 0;
    std::int64_t at = 0; //!< ms since the epoch
    std::uint64_t size = 0;
    bool isIn = true;
    bool isText = false;
    bool hasPacketHeads = false;
    QByteArray preview;
    std::uint64_t lost = 0; //!< of this tap, before this one
};

} // namespace relay::stats
