// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/completion.h"

#include <QStringList>

namespace relay::client {

//! `relay admin ...`: looks at a running relayd and ends connections. Gives the exit code.
int runAdmin(const QStringList &words);

//! Its flags and actions.
[[nodiscard]] config::CompletedCommand adminCompletion();

} // namespace relay::client
