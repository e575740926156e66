// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/adminoptions.h"

//! The actions of `relay admin` that look. Each gives the exit code.
namespace relay::client {

int showConnections(const AdminOptions &options);
int showTopics(const AdminOptions &options);
int showShells(const AdminOptions &options);
int showDenied(const AdminOptions &options);
int showInfo(const AdminOptions &options);

} // namespace relay::client
