// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"

#include <QByteArray>

#include <vector>

namespace relay::stats {

/*!
 * The answer to any message on the statistics websocket /ws, as crossbar gives it: one text message for each
 * connection, holding one JSON object. `tx` is what that client sent to the relay, `rx` what it got; `last` is the
 * time since the last message as Go writes durations or "Never", `size` the mean message in bytes, `fps` messages per
 * second between opening and the last message. `broadcaster` is crossbar's word for a client that may send.
 * `now` is wall clock, ms since the epoch.
 */
[[nodiscard]] std::vector<QByteArray> crossbarReport(const Ledger &ledger, std::int64_t now);

} // namespace relay::stats
