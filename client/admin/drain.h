// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <chrono>
#include <functional>

namespace relay::client {

/*!
 * Empties a relay until it ends: no new connections, the others closed one after the other, at the latest when so much
 * time has passed. Its progress is a job of kind "drain". `done` gets an error text, empty: it has begun.
 */
void startDrain(AdminClient &client, std::chrono::milliseconds deadline,
                std::function<void(quint64 job, const QString &errorText)> done);
//! The relay goes on; who was closed may come back.
void cancelDrain(AdminClient &client, std::function<void(const QString &errorText)> done);

} // namespace relay::client
