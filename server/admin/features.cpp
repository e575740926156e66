// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/features.h"

#include "common/admin/figures.h"
#include "common/admin/shells.h"
#include "server/admin/session.h"

namespace relay::admin {

QStringList featuresOf(const Shared &)
{
    // Each is known from when on it is served; a client that finds none hides what it would do with it.
    return {
        QString(feature::kHistory), QString(feature::kEvents), QString(feature::kAudit), QString(feature::kAlerts),
        QString(feature::kShells),  QStringLiteral("jobs"),    QStringLiteral("undo"),   QStringLiteral("hold"),
        QStringLiteral("taps"),     QStringLiteral("drain"),
    };
}

} // namespace relay::admin
