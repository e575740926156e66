// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/denials.h"

#include "common/admin/protocol.h"

#include <QJsonArray>
#include <QUuid>

#include <utility>

namespace relay::client {

namespace {

void call(AdminClient &client, QLatin1String method, const QString &bookingId, QJsonObject params,
          std::function<void(const DenyResult &)> done)
{
    params.insert(QStringLiteral("bookingId"), bookingId);
    params.insert(QStringLiteral("requestKey"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    client.call(method, params, [bookingId, done = std::move(done)](const Reply &reply) {
        const QJsonObject told = reply.result.toObject();
        DenyResult result;
        result.bookingId = bookingId;
        result.until = told.value(QLatin1String("until")).toInteger();
        result.connections = int(told.value(QLatin1String("connections")).toArray().size());
        result.isDurable = told.value(QLatin1String("isDurable")).toBool(true);
        result.errorText = reply.isOk() ? QString() : reply.errorText;
        done(result);
    });
}

} // namespace

void denyBooking(AdminClient &client, const QString &bookingId, const QString &reason,
                 std::function<void(const DenyResult &)> done)
{
    call(client, admin::method::kDenyAdd, bookingId, { { QStringLiteral("reason"), reason } }, std::move(done));
}

void allowBooking(AdminClient &client, const QString &bookingId, std::function<void(const DenyResult &)> done)
{
    call(client, admin::method::kDenyRemove, bookingId, {}, std::move(done));
}

} // namespace relay::client
