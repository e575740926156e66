// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/app/adminoptions.h"

//! The actions of `relay admin` that change something. Each gives the exit code.
namespace relay::client {

int kick(const AdminOptions &options);
int deny(const AdminOptions &options);
int allow(const AdminOptions &options);

} // namespace relay::client
