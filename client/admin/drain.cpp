// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/drain.h"

#include "client/admin/requestkey.h"
#include "common/admin/acts.h"

#include <utility>

namespace relay::client {

namespace {

QJsonObject withKey(QJsonObject params)
{
    params.insert(QStringLiteral("requestKey"), newRequestKey());
    return params;
}

} // namespace

void startDrain(AdminClient &client, std::chrono::milliseconds deadline,
                std::function<void(quint64, const QString &)> done)
{
    client.call(admin::method::kServerDrain, withKey({ { QStringLiteral("deadlineMs"), qint64(deadline.count()) } }),
                [done = std::move(done)](const Reply &reply) {
                    const auto job = reply.result.toObject().value(QLatin1String("job")).toInteger();
                    done(quint64(job), reply.isOk() ? QString() : reply.errorText);
                });
}

void cancelDrain(AdminClient &client, std::function<void(const QString &)> done)
{
    client.call(admin::method::kServerDrain, withKey({ { QStringLiteral("cancel"), true } }),
                [done = std::move(done)](const Reply &reply) { done(reply.isOk() ? QString() : reply.errorText); });
}

} // namespace relay::client
