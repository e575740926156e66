// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/facts.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace relay::gui::inspect {

namespace {

class FactList
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionFacts)
public:
    FactList(const client::Connection &connection, const graph::Health &health, qint64 now)
        : m_connection(connection)
        , m_health(health)
        , m_now(now)
    {
    }

    FactGroup identity() const
    {
        FactGroup group { tr("Connection"), {} };
        add(group, "role", tr("Role"), format::role(m_connection.role));
        add(group, "address", tr("Address"), addresses::shown(m_connection.address));
        add(group, "transport", tr("Transport"), transport());
        add(group, "kind", tr("Kind"), kind());
        add(group, "opened", tr("Connected"), moment(m_connection.openedAt));
        add(group, "expires", tr("Expires"), expiry());
        add(group, "booking", tr("Booking"), m_connection.bookingId);
        add(group, "scopes", tr("Scopes"), m_connection.scopes.join(QLatin1String(", ")));
        add(group, "id", tr("Number"), QString::number(m_connection.id));
        add(group, "rtt", tr("Round trip"), roundTrip());
        addWide(group, "topic", tr("Topic"), m_connection.topic);
        addWide(group, "path", tr("Path"), m_connection.path);
        addWide(group, "agent", tr("Client"), m_connection.userAgent);
        return group;
    }

    FactGroup incoming() const
    {
        FactGroup group { tr("From it"), {} };
        add(group, "inRate", tr("Rate"), rate(m_connection.inRate));
        add(group, "inMessages", tr("Messages"), format::count(qint64(m_connection.inMessages)));
        add(group, "inBytes", tr("Bytes"), bytes(m_connection.inBytes));
        add(group, "lastIn", tr("Last message"), ago(m_connection.lastInAt));
        return group;
    }

    FactGroup outgoing() const
    {
        const bool isDropping = m_health.status == Status::Dropping;
        const bool isSlow = isDropping || m_health.status == Status::Slow;
        FactGroup group { tr("Sent to it"), {} };
        add(group, "outRate", tr("Rate"), rate(m_connection.outRate));
        add(group, "outMessages", tr("Messages"), format::count(qint64(m_connection.outMessages)));
        add(group, "outBytes", tr("Bytes"), bytes(m_connection.outBytes));
        add(group, "lastOut", tr("Last write"), ago(m_connection.lastOutAt));
        add(group, "queue", tr("Queue"), queue());
        if (isSlow && m_connection.queuedBytes > 0)
            group.facts.last().trouble = m_health.status;
        add(group, "drops", tr("Dropped"), drops());
        if (isDropping)
            group.facts.last().trouble = Status::Dropping;
        return group;
    }

private:
    static void add(FactGroup &group, const char *key, const QString &name, const QString &value)
    {
        group.facts.append({ QLatin1String(key), name, value.isEmpty() ? format::missing() : value });
    }

    static void addWide(FactGroup &group, const char *key, const QString &name, const QString &value)
    {
        add(group, key, name, value);
        group.facts.last().isWide = true;
    }

    QString kind() const
    {
        if (m_connection.kind == QLatin1String("video"))
            return tr("video");
        if (m_connection.kind == QLatin1String("data"))
            return tr("data");
        if (m_connection.kind == QLatin1String("stream"))
            return tr("shell");
        return m_connection.kind;
    }

    QString transport() const
    {
        if (m_connection.transport == QLatin1String("ws"))
            return tr("websocket");
        if (m_connection.transport == QLatin1String("wss"))
            return tr("websocket, encrypted");
        if (m_connection.transport == QLatin1String("http"))
            return tr("HTTP POST");
        if (m_connection.transport == QLatin1String("https"))
            return tr("HTTP POST, encrypted");
        return m_connection.transport;
    }

    QString moment(qint64 at) const
    {
        if (at == 0)
            return {};
        //: a moment and how long ago that was: "11:22:08, 41 min ago"
        return tr("%1, %2 ago").arg(format::clock(at), format::age(m_now - at));
    }

    QString ago(qint64 at) const
    {
        //: when something last happened
        return at == 0 ? tr("never") : tr("%1 ago").arg(format::age(m_now - at));
    }

    QString expiry() const
    {
        if (m_connection.expiresAt == 0)
            return format::never();
        //: a moment and how long it takes until then: "12:21:49, in 18:42"
        return tr("%1, in %2")
            .arg(format::clock(m_connection.expiresAt), format::remaining(m_connection.expiresAt - m_now));
    }

    QString roundTrip() const { return m_connection.rttMs < 0 ? QString() : tr("%1 ms").arg(m_connection.rttMs); }

    static QString rate(double bytesPerSecond)
    {
        const format::Quantity quantity = format::rate(bytesPerSecond);
        return quantity.value + QLatin1Char(' ') + quantity.unit;
    }

    static QString bytes(quint64 number) { return format::bytes(number); }

    QString queue() const
    {
        if (m_connection.queuedBytes == 0)
            return tr("empty");
        const QString age = QLocale().toString(double(m_connection.queuedMs) / 1000, 'f', 1);
        //: what waits to be sent: "4.0 MiB, 1.9 s old"
        return tr("%1, %2 s old").arg(format::bytes(m_connection.queuedBytes), age);
    }

    QString drops() const
    {
        const QString all = format::count(qint64(m_connection.dropped));
        if (m_health.dropRate <= 0)
            return all;
        //: messages dropped: "18 /s, 9,204 in all"
        return tr("%1 /s, %2 in all").arg(format::perSecond(m_health.dropRate), all);
    }

    const client::Connection &m_connection;
    const graph::Health &m_health;
    qint64 m_now;
};

} // namespace

QVector<FactGroup> factsOf(const client::Connection &connection, const graph::Health &health, qint64 now)
{
    const FactList list(connection, health, now);
    const bool isPublisher = connection.role == QLatin1String("publisher");
    const bool isSubscriber = connection.role == QLatin1String("subscriber");
    QVector<FactGroup> groups { list.identity() };
    if (!isSubscriber || connection.inMessages > 0)
        groups.append(list.incoming());
    if (!isPublisher || connection.outMessages > 0)
        groups.append(list.outgoing());
    return groups;
}

QString asText(const QVector<FactGroup> &groups)
{
    QString text;
    for (const FactGroup &group : groups) {
        text += group.title + QLatin1Char('\n');
        for (const Fact &fact : group.facts)
            text += QLatin1String("  ") + fact.name + QLatin1String(": ") + fact.value + QLatin1Char('\n');
    }
    return text;
}

} // namespace relay::gui::inspect
