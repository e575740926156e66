// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/features.h"

#include "common/admin/figures.h"
#include "server/admin/session.h"

namespace relay::admin {

QStringList featuresOf(const Shared &)
{
    return { QString(feature::kHistory), QString(feature::kEvents), QString(feature::kAudit),
             QString(feature::kAlerts) };
}

} // namespace relay::admin
