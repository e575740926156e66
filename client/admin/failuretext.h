// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/transport.h"

namespace relay::client {

//! What went wrong at this path and what to do, in a sentence for the user.
[[nodiscard]] QString failureText(Transport::Failure failure, const QString &path, const QString &detail);

} // namespace relay::client
