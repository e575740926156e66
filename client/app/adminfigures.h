// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/adminoptions.h"

//! The actions of `relay admin` about what a relayd remembers and how it is set up. Each gives the exit code.
namespace relay::client {

int showHistory(const AdminOptions &options);
int showClosed(const AdminOptions &options);
int showEvents(const AdminOptions &options);
int showAudit(const AdminOptions &options);
int alerts(const AdminOptions &options); //!< alerts, alerts set FILE
int setLogLevel(const AdminOptions &options);
int showConfig(const AdminOptions &options);
int reloadServer(const AdminOptions &options);
int testRoute(const AdminOptions &options);

} // namespace relay::client
