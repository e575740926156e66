// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/adminoptions.h"

namespace relay::client {

enum class LogKind { Events, Audit, Alerts };

/*!
 * What a relayd has told and, with --follow, tells: one line each, as text or as a JSON object; without --follow --json
 * writes one array. --count: the newest so many, or so many lines while it follows. Keeps trying when relayd goes away. Gives
 * the exit code.
 */
int showLog(const AdminOptions &options, LogKind kind);

} // namespace relay::client
