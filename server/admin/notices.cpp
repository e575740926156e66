// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/notices.h"

#include "common/admin/figures.h"
#include "server/admin/alertchannel.h"
#include "server/admin/chronicle.h"
#include "server/admin/logrows.h"
#include "server/admin/ringchannel.h"
#include "server/admin/session.h"

#include <array>
#include <utility>

namespace relay::admin {

namespace {

using Made = std::unique_ptr<Channel>;

Made makeEvents(const QString &name, const Shared &shared)
{
    return std::make_unique<RingChannel<Event>>(name, shared.chronicle.events().ring(), notification::kEvent,
                                                &writeEvent);
}

Made makeAudit(const QString &name, const Shared &shared)
{
    return std::make_unique<RingChannel<AuditRecord>>(name, shared.chronicle.orders().ring(), notification::kAudit,
                                                      &writeOrder);
}

Made makeAlerts(const QString &name, const Shared &shared)
{
    return std::make_unique<AlertChannel>(name, shared.chronicle.alerts());
}

constexpr std::array<std::pair<QLatin1String, Made (*)(const QString &, const Shared &)>, 3> kStreams { {
    { stream::kEvents, makeEvents },
    { stream::kAudit, makeAudit },
    { stream::kAlerts, makeAlerts },
} };

} // namespace

std::optional<std::variant<std::unique_ptr<Channel>, Error>> makeNotices(const QString &name, const QString &stream,
                                                                         const Arguments &arguments,
                                                                         const Shared &shared)
{
    for (const auto &[known, make] : kStreams) {
        if (stream != known)
            continue;
        for (const QLatin1String argument :
             { QLatin1String("columns"), QLatin1String("filter"), QLatin1String("intervalMs") }) {
            if (arguments.has(argument))
                return Error { ErrorClass::InvalidParams,
                               QStringLiteral("The stream \"%1\" tells everything as it comes; it has no \"%2\".")
                                   .arg(stream, QString(argument)) };
        }
        return make(name, shared);
    }
    return std::nullopt;
}

} // namespace relay::admin
