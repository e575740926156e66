// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/support/fakedenylist.h"

#include "common/admin/jsonwriter.h"
#include "common/admin/protocol.h"

#include <QDateTime>

namespace relay::tests {

namespace {

namespace method = admin::method;
constexpr qint64 kDay = 24 * 3600 * 1000;

} // namespace

std::optional<FakeDenyList::Outcome> FakeDenyList::answer(const admin::Request &request, FakeWorld &world,
                                                          bool isSecured)
{
    const bool isOrder = request.method == method::kDenyAdd || request.method == method::kDenyRemove;
    if (!isOrder && request.method != method::kDenyList)
        return std::nullopt;
    if (!isSecured)
        return admin::Error { admin::ErrorClass::Conflict, QStringLiteral("There are no bookings in open mode.") };
    if (!isOrder)
        return rows();
    if (!m_error.isEmpty())
        return admin::Error { admin::ErrorClass::NotPermitted, m_error };
    if (request.method == method::kDenyAdd)
        return deny(request.params, world);
    const QString booking = request.params.value(QLatin1String("bookingId")).toString();
    if (m_denied.remove(booking) == 0)
        return admin::Error { admin::ErrorClass::NotFound, QStringLiteral("The booking is not denied.") };
    return QByteArray(m_isDurable ? "{\"isDurable\":true}" : "{\"isDurable\":false}");
}

FakeDenyList::Outcome FakeDenyList::deny(const QJsonObject &params, FakeWorld &world)
{
    const QString booking = params.value(QLatin1String("bookingId")).toString();
    QVector<quint64> cut;
    qint64 until = params.value(QLatin1String("until")).toInteger();
    for (const client::Connection &connection : world.connections()) {
        if (connection.bookingId != booking)
            continue;
        cut << connection.id;
        until = qMax(until, connection.expiresAt);
    }
    if (until == 0)
        until = QDateTime::currentMSecsSinceEpoch() + kDay;
    m_denied.insert(booking, { until, params.value(QLatin1String("reason")).toString() });
    admin::JsonWriter out;
    out.beginObject();
    out.key("until");
    out.number(std::int64_t { until });
    out.key("connections");
    out.beginArray();
    for (const quint64 id : cut) {
        world.remove(id);
        out.number(std::uint64_t { id });
    }
    out.endArray();
    out.key("isDurable");
    out.boolean(m_isDurable);
    out.endObject();
    return out.take();
}

QByteArray FakeDenyList::rows() const
{
    admin::JsonWriter out;
    out.beginArray();
    for (auto it = m_denied.begin(); it != m_denied.end(); ++it) {
        out.beginArray();
        out.text(it.key());
        out.number(std::int64_t { it->until });
        out.raw("null");
        out.raw("null");
        out.text(it->reason);
        out.endArray();
    }
    out.endArray();
    return "{\"columns\":[\"id\",\"until\",\"deniedAt\",\"by\",\"reason\"],\"rows\":" + out.take() + "}";
}

} // namespace relay::tests
