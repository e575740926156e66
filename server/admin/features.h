// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::admin {

struct Shared;

//! What this server can beside the first methods, for `hello`: a client looks here before it offers something.
[[nodiscard]] QStringList featuresOf(const Shared &shared);

} // namespace relay::admin
