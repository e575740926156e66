// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/rowreader.h"

#include <QHash>

namespace relay::client {

namespace {

void assign(QString &to, const QJsonValue &from)
{
    to = from.toString();
}

void assign(double &to, const QJsonValue &from)
{
    to = from.toDouble();
}

void assign(quint64 &to, const QJsonValue &from)
{
    to = quint64(qMax<qint64>(0, from.toInteger()));
}

void assign(qint64 &to, const QJsonValue &from)
{
    to = from.toInteger();
}

void assign(int &to, const QJsonValue &from)
{
    to = from.toInt();
}

void assign(QStringList &to, const QJsonValue &from)
{
    to.clear();
    const QJsonArray items = from.toArray();
    for (const QJsonValue &item : items)
        to << item.toString();
}

template<auto Member, typename Record>
void set(Record &record, const QJsonValue &value)
{
    assign(record.*Member, value);
}

template<typename Record>
using Setters = QHash<QString, typename RowReader<Record>::Setter>;

// Overloads, one for each record; the pointer only chooses.
const Setters<Connection> &settersOf(const Connection *)
{
    using C = Connection;
    static const Setters<Connection> all {
        { QStringLiteral("id"), set<&C::id, C> },
        { QStringLiteral("topic"), set<&C::topic, C> },
        { QStringLiteral("path"), set<&C::path, C> },
        { QStringLiteral("role"), set<&C::role, C> },
        { QStringLiteral("kind"), set<&C::kind, C> },
        { QStringLiteral("transport"), set<&C::transport, C> },
        { QStringLiteral("address"), set<&C::address, C> },
        { QStringLiteral("userAgent"), set<&C::userAgent, C> },
        { QStringLiteral("bookingId"), set<&C::bookingId, C> },
        { QStringLiteral("scopes"), set<&C::scopes, C> },
        { QStringLiteral("openedAt"), set<&C::openedAt, C> },
        { QStringLiteral("expiresAt"), set<&C::expiresAt, C> },
        { QStringLiteral("inMessages"), set<&C::inMessages, C> },
        { QStringLiteral("inBytes"), set<&C::inBytes, C> },
        { QStringLiteral("outMessages"), set<&C::outMessages, C> },
        { QStringLiteral("outBytes"), set<&C::outBytes, C> },
        { QStringLiteral("inRate"), set<&C::inRate, C> },
        { QStringLiteral("outRate"), set<&C::outRate, C> },
        { QStringLiteral("dropped"), set<&C::dropped, C> },
        { QStringLiteral("queuedBytes"), set<&C::queuedBytes, C> },
        { QStringLiteral("queuedMs"), set<&C::queuedMs, C> },
        { QStringLiteral("rttMs"), set<&C::rttMs, C> },
        { QStringLiteral("lastInAt"), set<&C::lastInAt, C> },
        { QStringLiteral("lastOutAt"), set<&C::lastOutAt, C> },
    };
    return all;
}

const Setters<Topic> &settersOf(const Topic *)
{
    using T = Topic;
    static const Setters<Topic> all {
        { QStringLiteral("id"), set<&T::id, T> },
        { QStringLiteral("kind"), set<&T::kind, T> },
        { QStringLiteral("publishers"), set<&T::publishers, T> },
        { QStringLiteral("subscribers"), set<&T::subscribers, T> },
        { QStringLiteral("inRate"), set<&T::inRate, T> },
        { QStringLiteral("outRate"), set<&T::outRate, T> },
        { QStringLiteral("inMessages"), set<&T::inMessages, T> },
        { QStringLiteral("outMessages"), set<&T::outMessages, T> },
        { QStringLiteral("dropped"), set<&T::dropped, T> },
        { QStringLiteral("slowReaders"), set<&T::slowReaders, T> },
    };
    return all;
}

const Setters<Totals> &settersOf(const Totals *)
{
    using T = Totals;
    static const Setters<Totals> all {
        { QStringLiteral("connections"), set<&T::connections, T> },
        { QStringLiteral("topics"), set<&T::topics, T> },
        { QStringLiteral("inMessages"), set<&T::inMessages, T> },
        { QStringLiteral("inBytes"), set<&T::inBytes, T> },
        { QStringLiteral("outMessages"), set<&T::outMessages, T> },
        { QStringLiteral("outBytes"), set<&T::outBytes, T> },
        { QStringLiteral("inRate"), set<&T::inRate, T> },
        { QStringLiteral("outRate"), set<&T::outRate, T> },
        { QStringLiteral("dropped"), set<&T::dropped, T> },
        { QStringLiteral("uptimeMs"), set<&T::uptimeMs, T> },
        { QStringLiteral("loopLagMs"), set<&T::loopLagMs, T> },
        { QStringLiteral("rttP95Ms"), set<&T::rttP95Ms, T> },
    };
    return all;
}

} // namespace

template<typename Record>
RowReader<Record>::RowReader(const QStringList &columns)
{
    const auto &known = settersOf(static_cast<const Record *>(nullptr));
    for (const QString &column : columns)
        m_setters << known.value(column, nullptr);
    m_idColumn = int(columns.indexOf(QLatin1String("id")));
}

template class RowReader<Connection>;
template class RowReader<Topic>;
template class RowReader<Totals>;

QStringList readColumns(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        names << item.toString();
    return names;
}

QJsonObject rowAsObject(const QStringList &columns, const QJsonArray &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < qMin(row.size(), columns.size()); ++i)
        object.insert(columns.at(i), row.at(i));
    return object;
}

QVector<QJsonObject> rowsAsObjects(const QJsonObject &list)
{
    const QStringList columns = readColumns(list.value(QLatin1String("columns")));
    const QJsonArray rows = list.value(QLatin1String("rows")).toArray();
    QVector<QJsonObject> objects;
    objects.reserve(rows.size());
    for (const QJsonValue &row : rows)
        objects << rowAsObject(columns, row.toArray());
    return objects;
}

} // namespace relay::client
