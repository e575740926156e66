// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file/script.h"

namespace relay::client::file {

/*!
 * A recording of messages as the script that sends them again, with the time between them divided by `speed`; 0: at
 * once, one after the other. Lines without a time are faults. Pure.
 */
[[nodiscard]] Script scriptOfRecording(QByteArrayView text, double speed);

} // namespace relay::client::file
