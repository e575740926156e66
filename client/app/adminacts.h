// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/adminoptions.h"

//! More actions of `relay admin` that change something, or look at what is under way. Each gives the exit code.
namespace relay::client {

int showJobs(const AdminOptions &options);
int job(const AdminOptions &options); //!< job cancel ID
int undo(const AdminOptions &options);
int drain(const AdminOptions &options);
int showTaps(const AdminOptions &options);
int tap(const AdminOptions &options);

} // namespace relay::client
