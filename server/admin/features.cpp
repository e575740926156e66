// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/features.h"

#include "server/admin/session.h"

namespace relay::admin {

QStringList featuresOf(const Shared &)
{
    return {};
}

} // namespace relay::admin
