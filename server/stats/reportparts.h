// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "server/stats/ledger.h"

#include <QString>

//! What the reports of all generations of servers have in common.
namespace relay::stats {

//! "2026-11-22T10:00:00Z"; at: ms since the epoch, of which those before it count as 0, those after 9999 as its end.
[[nodiscard]] QString rfc3339(std::int64_t at);

/*!
 * {"tx":{"last","size","fps"},"rx":{...}}: tx is what the client sent to the relay, rx what it got. `last` is the time
 * since the last message as Go writes durations, or "Never"; `size` the mean message in bytes; `fps` messages per
 * second between opening and the last message.
 */
void writeStats(admin::JsonWriter &out, const ConnectionEntry &entry, std::int64_t now);

} // namespace relay::stats
