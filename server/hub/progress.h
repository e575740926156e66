// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/batch.h"
#include "server/hub/sendqueue.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace relay::hub {

//! How far a reader has come in a batch.
struct Progress
{
    MessageCount done;
    std::size_t next = 0;   //!< segment
    std::size_t offset = 0; //!< sent bytes of it
};

//! Counts what lies in the first `sent` bytes of the messages that are not `self`'s; tells where the rest begins.
[[nodiscard]] inline Progress progressAfter(std::span<const Segment> segments, std::uint64_t self, std::size_t sent)
{
    Progress progress;
    for (; progress.next < segments.size(); ++progress.next) {
        const Segment &segment = segments[progress.next];
        if (segment.sender == self)
            continue;
        if (sent < segment.length) {
            progress.offset = sent;
            return progress;
        }
        sent -= segment.length;
        ++progress.done.messages;
        progress.done.payload += segment.payload;
    }
    return progress;
}

} // namespace relay::hub
