// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/opentaps.h"

#include "common/admin/acts.h"

#include <utility>

namespace relay::client {

namespace {

OpenTap tapOf(const QJsonObject &row)
{
    const auto value = [&](const char *name) { return row.value(QLatin1String(name)); };
    OpenTap tap;
    tap.id = quint64(value("id").toInteger());
    tap.user = value("user").toString();
    tap.uid = value("uid").toInteger();
    tap.target = value("target").toString();
    tap.direction = value("direction").toString();
    tap.openedAt = value("openedAt").toInteger();
    tap.endsAt = value("endsAt").toInteger();
    tap.messages = quint64(value("messages").toInteger());
    return tap;
}

} // namespace

OpenTaps::OpenTaps(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_stream(client, QString(admin::stream::kTaps))
{
    connect(&m_stream, &TableStream::changed, this, &OpenTaps::take);
    connect(&client, &AdminClient::stateChanged, this, [this](AdminClient::State state) {
        if (state != AdminClient::State::Open)
            forget();
    });
}

void OpenTaps::take()
{
    m_taps.clear();
    for (const QJsonObject &row : m_stream.rows()) {
        const OpenTap tap = tapOf(row);
        m_taps.insert(tap.id, tap);
    }
    Q_EMIT changed();
}

void OpenTaps::forget()
{
    if (!std::exchange(m_taps, {}).isEmpty())
        Q_EMIT changed();
}

} // namespace relay::client
