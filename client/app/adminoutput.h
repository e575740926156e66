// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/admincalls.h"

#include <QJsonValue>

//! What the actions of `relay admin` write alike.
namespace relay::client {

void printJson(const QJsonValue &value); //!< in one line
//! Says what went wrong; gives the exit code for it.
[[nodiscard]] int fail(const AdminCalls &calls);

} // namespace relay::client
