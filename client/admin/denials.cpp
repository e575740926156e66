// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/denials.h"

#include "client/admin/requestkey.h"
#include "common/admin/acts.h"
#include "common/admin/protocol.h"

#include <QJsonArray>

#include <utility>

namespace relay::client {

namespace {

QString argumentOf(Denied what)
{
    switch (what) {
    case Denied::Subject: return QStringLiteral("subject");
    case Denied::Address: return QStringLiteral("address");
    case Denied::Network: return QStringLiteral("cidr");
    case Denied::Booking: break;
    }
    return QStringLiteral("bookingId");
}

void call(AdminClient &client, QLatin1String method, const QString &key, QJsonObject params, DenyDone done)
{
    params.insert(QStringLiteral("requestKey"), newRequestKey());
    client.call(method, params, [key, done = std::move(done)](const Reply &reply) {
        const QJsonObject told = reply.result.toObject();
        DenyResult result;
        result.bookingId = key;
        result.until = told.value(QLatin1String("until")).toInteger();
        result.connections = int(told.value(QLatin1String("connections")).toArray().size());
        result.isDurable = told.value(QLatin1String("isDurable")).toBool(true);
        result.undo = told.value(QLatin1String("undo")).toString();
        result.errorClass = reply.errorClass;
        result.errorText = reply.isOk() ? QString() : reply.errorText;
        done(result);
    });
}

} // namespace

void deny(AdminClient &client, const DenyOrder &order, DenyDone done)
{
    QJsonObject params { { argumentOf(order.what), order.key }, { QStringLiteral("reason"), order.reason } };
    if (order.until != 0)
        params.insert(QStringLiteral("until"), order.until);
    if (!order.kicks)
        params.insert(QStringLiteral("kick"), false);
    if (order.isForced)
        params.insert(QStringLiteral("force"), true);
    call(client, admin::method::kDenyAdd, order.key, std::move(params), std::move(done));
}

void removeDenial(AdminClient &client, const QString &id, DenyDone done)
{
    call(client, admin::method::kDenyRemove, id, { { QStringLiteral("id"), id } }, std::move(done));
}

void undoAction(AdminClient &client, const QString &undo, std::function<void(const Reply &)> done)
{
    client.call(admin::method::kActionUndo,
                { { QStringLiteral("undo"), undo }, { QStringLiteral("requestKey"), newRequestKey() } },
                std::move(done));
}

void denyBooking(AdminClient &client, const QString &bookingId, const QString &reason, DenyDone done)
{
    deny(client, { .key = bookingId, .reason = reason }, std::move(done));
}

void allowBooking(AdminClient &client, const QString &bookingId, DenyDone done)
{
    call(client, admin::method::kDenyRemove, bookingId, { { QStringLiteral("bookingId"), bookingId } }, std::move(done));
}

} // namespace relay::client
