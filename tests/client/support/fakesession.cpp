// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/support/fakesession.h"

#include "tests/client/support/fakeadminserver.h"

#include <QDateTime>
#include <QJsonArray>

namespace relay::tests {

using admin::JsonWriter;
using client::Connection;
using client::Topic;

namespace {

QByteArray factsRow(const Connection &c)
{
    JsonWriter row;
    row.beginArray();
    row.number(std::uint64_t { c.id });
    for (const QString *text :
         { &c.topic, &c.path, &c.role, &c.kind, &c.transport, &c.address, &c.userAgent, &c.bookingId })
        row.text(*text);
    row.beginArray();
    for (const QString &scope : c.scopes)
        row.text(scope);
    row.endArray();
    row.number(std::int64_t { c.openedAt });
    row.number(std::int64_t { c.expiresAt });
    row.endArray();
    return row.take();
}

QByteArray numbersRow(const Connection &c)
{
    JsonWriter row;
    row.beginArray();
    for (const quint64 value : { c.id, c.inMessages, c.inBytes, c.outMessages, c.outBytes })
        row.number(std::uint64_t { value });
    row.decimal(c.inRate);
    row.decimal(c.outRate);
    row.number(std::uint64_t { c.dropped });
    row.number(std::uint64_t { c.queuedBytes });
    for (const qint64 value : { c.queuedMs, c.rttMs, c.lastInAt, c.lastOutAt })
        row.number(std::int64_t { value });
    row.endArray();
    return row.take();
}

QByteArray topicRow(const Topic &t)
{
    JsonWriter row;
    row.beginArray();
    row.text(t.id);
    row.text(t.kind);
    row.number(t.publishers);
    row.number(t.subscribers);
    row.decimal(t.inRate);
    row.decimal(t.outRate);
    for (const quint64 value : { t.inMessages, t.outMessages, t.dropped })
        row.number(std::uint64_t { value });
    row.number(t.slowReaders);
    row.endArray();
    return row.take();
}

QByteArray totalsRow(const client::Totals &t, qint64 uptimeMs)
{
    JsonWriter row;
    row.beginArray();
    row.text(u"totals");
    row.number(t.connections);
    row.number(t.topics);
    for (const quint64 value : { t.inMessages, t.inBytes, t.outMessages, t.outBytes })
        row.number(std::uint64_t { value });
    row.decimal(t.inRate);
    row.decimal(t.outRate);
    row.number(std::uint64_t { t.dropped });
    row.number(std::int64_t { uptimeMs });
    row.decimal(t.loopLagMs);
    row.endArray();
    return row.take();
}

template<std::size_t N>
QByteArray columnNames(const std::array<QLatin1String, N> &names)
{
    JsonWriter out;
    out.beginArray();
    for (const QLatin1String name : names)
        out.text(QString(name));
    out.endArray();
    return out.take();
}

QByteArray columnsOf(const QString &stream)
{
    if (stream == admin::stream::kConnections)
        return columnNames(admin::columns::kConnections);
    if (stream == admin::stream::kConnectionsStats)
        return columnNames(admin::columns::kConnectionsStats);
    if (stream == admin::stream::kTopics)
        return columnNames(admin::columns::kTopics);
    return columnNames(admin::columns::kTotals);
}

QByteArray notification(const char *name, const QByteArray &params)
{
    return QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"") + name + "\",\"params\":{" + params + "}}\n";
}

QByteArray bracketed(const QVector<QByteArray> &rows, qsizetype first, qsizetype count)
{
    JsonWriter out;
    out.beginArray();
    for (qsizetype i = first; i < first + count; ++i)
        out.raw(rows[i]);
    out.endArray();
    return out.take();
}

QByteArray quoted(const QString &text)
{
    return admin::toJson(text);
}

QByteArray fixed(bool value)
{
    return value ? "true" : "false";
}

} // namespace

FakeSession::FakeSession(FakeAdminServer &server, QLocalSocket *socket)
    : QObject(&server)
    , m_server(server)
    , m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QLocalSocket::readyRead, this, &FakeSession::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &FakeSession::ended);
    m_socket->write(m_server.helloLine());
    if (!m_server.refusal().isEmpty()) {
        m_socket->write(admin::errorLine({}, { admin::ErrorClass::NotPermitted, m_server.refusal() }));
        m_socket->disconnectFromServer();
    }
    read();
}

void FakeSession::drop()
{
    m_socket->abort();
}

void FakeSession::skipOneDelta()
{
    m_skipsNext = true;
}

void FakeSession::read()
{
    m_lines.append(m_socket->readAll());
    while (const auto line = m_lines.next()) {
        const auto parsed = admin::parseRequest(*line);
        if (const auto *request = std::get_if<admin::Request>(&parsed); request && !m_server.isSilent())
            handle(*request);
    }
}

void FakeSession::answer(const admin::Request &request, const QByteArray &result)
{
    m_socket->write(admin::resultLine(request.id, result));
}

void FakeSession::handle(const admin::Request &request)
{
    m_server.recordCall(request.method, request.params);
    if (request.method == admin::method::kSessionOpen) {
        m_isOpen = true;
        answer(request, "{\"role\":" + quoted(m_server.role()) + "}");
    } else if (!m_isOpen) {
        m_socket->write(
            admin::errorLine(request.id, { admin::ErrorClass::NotOpen, QStringLiteral("session.open comes first") }));
    } else if (const auto told = m_server.answerer() ? m_server.answerer()(request) : std::nullopt) {
        const auto *error = std::get_if<admin::Error>(&*told);
        m_socket->write(error ? admin::errorLine(request.id, *error)
                              : admin::resultLine(request.id, std::get<QByteArray>(*told)));
    } else if (request.method == admin::method::kServerPing) {
        answer(request, "{}");
    } else if (request.method == admin::method::kSubscribe) {
        subscribe(request);
    } else if (request.method == admin::method::kResync) {
        const auto found = m_subscriptions.find(request.params.value(QLatin1String("sub")).toString());
        answer(request, "{}");
        if (found != m_subscriptions.end())
            sendSnapshot(found->first, found->second);
    } else if (request.method == admin::method::kConnectionsKick) {
        kick(request);
    } else if (request.method == admin::method::kConnectionsList) {
        list(request, QString(admin::stream::kConnections));
    } else if (request.method == admin::method::kTopicsList) {
        list(request, QString(admin::stream::kTopics));
    } else if (const auto outcome = m_server.denyList().answer(request, m_server.world(), m_server.isSecured())) {
        const auto *error = std::get_if<admin::Error>(&*outcome);
        m_socket->write(error ? admin::errorLine(request.id, *error)
                              : admin::resultLine(request.id, std::get<QByteArray>(*outcome)));
    } else {
        m_socket->write(
            admin::errorLine(request.id, { admin::ErrorClass::MethodNotFound, QStringLiteral("not in the fake") }));
    }
}

void FakeSession::subscribe(const admin::Request &request)
{
    const QString name = request.params.value(QLatin1String("sub")).toString();
    const QString stream = request.params.value(QLatin1String("stream")).toString();
    const bool isBuiltIn = stream == admin::stream::kConnections || stream == admin::stream::kConnectionsStats
        || stream == admin::stream::kTopics || stream == admin::stream::kTotals;
    if (!isBuiltIn && !m_server.tables().contains(stream)) {
        m_socket->write(admin::errorLine(request.id, { admin::ErrorClass::NotFound, QStringLiteral("no such stream") }));
        return;
    }
    Subscription &subscription = m_subscriptions[name];
    subscription = {};
    subscription.stream = stream;
    subscription.intervalMs = m_server.intervalFor(request.params.value(QLatin1String("intervalMs")).toInteger(1000));
    answer(request, "{\"sub\":" + quoted(name) + "}");
    sendSnapshot(name, subscription);
}

void FakeSession::kick(const admin::Request &request)
{
    QVector<quint64> ids;
    const QJsonArray asked = request.params.value(QLatin1String("ids")).toArray();
    for (const QJsonValue &id : asked)
        ids << quint64(id.toInteger());
    const QString booking = request.params.value(QLatin1String("bookingId")).toString();
    for (const Connection &connection : m_server.world().connections())
        if (!booking.isEmpty() && connection.bookingId == booking)
            ids << connection.id;
    if (!m_server.kickError().isEmpty()) {
        m_socket->write(admin::errorLine(request.id, { admin::ErrorClass::NotPermitted, m_server.kickError() }));
        return;
    }
    JsonWriter kicked;
    JsonWriter gone;
    kicked.beginArray();
    gone.beginArray();
    for (const quint64 id : ids)
        (m_server.world().remove(id) ? kicked : gone).number(std::uint64_t { id });
    kicked.endArray();
    gone.endArray();
    answer(request, "{\"kicked\":" + kicked.bytes() + ",\"gone\":" + gone.bytes() + "}");
    m_server.recordKick(ids, request.params.value(QLatin1String("reason")).toString());
}

void FakeSession::list(const admin::Request &request, const QString &stream)
{
    const QVector<QByteArray> rows = allRows(stream);
    answer(request,
           "{\"columns\":" + columnsOf(stream) + ",\"rows\":" + bracketed(rows, 0, qMin<qsizetype>(rows.size(), 200))
               + "}");
}

QVector<QByteArray> FakeSession::allRows(const QString &stream) const
{
    QVector<QByteArray> rows;
    FakeWorld &world = m_server.world();
    if (stream == admin::stream::kTopics) {
        for (const Topic &topic : world.topics())
            rows << topicRow(topic);
    } else if (stream == admin::stream::kTotals) {
        rows << totalsRow(world.totals(), m_server.uptimeMs());
    } else {
        for (const Connection &connection : world.connections())
            rows << (stream == admin::stream::kConnections ? factsRow(connection) : numbersRow(connection));
    }
    return rows;
}

void FakeSession::tell(const QByteArray &line)
{
    if (m_isOpen)
        m_socket->write(line);
}

void FakeSession::sendTables(const QString &stream)
{
    for (auto &[name, subscription] : m_subscriptions)
        if (subscription.stream == stream)
            sendTable(name, subscription);
}

void FakeSession::sendTable(const QString &name, Subscription &subscription)
{
    const FakeAdminServer::Table &table = *m_server.tables().constFind(subscription.stream);
    QJsonArray rows;
    for (const QJsonArray &row : table.rows)
        rows.append(row);
    m_socket->write(admin::notificationLine(admin::notification::kSnapshot,
                                            { { QStringLiteral("sub"), name },
                                              { QStringLiteral("epoch"), m_server.epoch() },
                                              { QStringLiteral("seq"), ++subscription.seq },
                                              { QStringLiteral("part"), 0 },
                                              { QStringLiteral("columns"), QJsonArray::fromStringList(table.columns) },
                                              { QStringLiteral("rows"), rows },
                                              { QStringLiteral("more"), false } }));
}

void FakeSession::sendSnapshot(const QString &name, Subscription &subscription)
{
    if (m_server.tables().contains(subscription.stream)) {
        sendTable(name, subscription);
        return;
    }
    const QVector<QByteArray> rows = allRows(subscription.stream);
    subscription.dirty.clear();
    subscription.gone.clear();
    subscription.dirtyTopics.clear();
    subscription.sinceSent.start();
    qsizetype first = 0;
    int part = 0;
    do {
        const qsizetype count = qMin<qsizetype>(rows.size() - first, admin::kRowsPerMessage);
        QByteArray params = "\"sub\":" + quoted(name) + ",\"epoch\":" + quoted(m_server.epoch());
        if (part > 0)
            params += ",\"prev\":" + QByteArray::number(subscription.seq);
        params += ",\"seq\":" + QByteArray::number(++subscription.seq) + ",\"part\":" + QByteArray::number(part);
        if (part == 0)
            params += ",\"columns\":" + columnsOf(subscription.stream);
        params += ",\"rows\":" + bracketed(rows, first, count) + ",\"more\":" + fixed(first + count < rows.size());
        m_socket->write(notification("snapshot", params));
        first += count;
        ++part;
    } while (first < rows.size());
}

void FakeSession::noteChanges(const FakeWorld::Changes &changes)
{
    for (auto &[name, subscription] : m_subscriptions) {
        if (subscription.stream == admin::stream::kTopics) {
            subscription.dirtyTopics.unite(changes.topics);
        } else if (subscription.stream != admin::stream::kTotals) {
            const bool isFacts = subscription.stream == admin::stream::kConnections;
            subscription.dirty.unite(isFacts ? changes.opened : changes.counted);
            subscription.gone.unite(changes.closed);
            subscription.dirty.subtract(changes.closed);
        }
    }
}

void FakeSession::flush()
{
    if (m_server.isSilent() || m_socket->bytesToWrite() > 0)
        return;
    for (auto &[name, subscription] : m_subscriptions) {
        if (subscription.sinceSent.isValid() && subscription.sinceSent.elapsed() >= subscription.intervalMs)
            sendDelta(name, subscription);
    }
}

QVector<QByteArray> FakeSession::dirtyRows(Subscription &subscription, JsonWriter &removed) const
{
    QVector<QByteArray> rows;
    FakeWorld &world = m_server.world();
    if (subscription.stream == admin::stream::kTotals)
        return allRows(subscription.stream);
    for (const QString &id : std::exchange(subscription.dirtyTopics, {})) {
        const auto topic = world.topics().constFind(id);
        if (topic == world.topics().cend())
            removed.text(id);
        else
            rows << topicRow(*topic);
    }
    for (const quint64 id : std::exchange(subscription.dirty, {})) {
        const auto connection = world.connections().constFind(id);
        if (connection != world.connections().cend())
            rows << (subscription.stream == admin::stream::kConnections ? factsRow(*connection)
                                                                        : numbersRow(*connection));
    }
    for (const quint64 id : std::exchange(subscription.gone, {}))
        removed.number(std::uint64_t { id });
    return rows;
}

void FakeSession::sendDelta(const QString &name, Subscription &subscription)
{
    JsonWriter removed;
    removed.beginArray();
    const QVector<QByteArray> rows = dirtyRows(subscription, removed);
    removed.endArray();
    if (rows.isEmpty() && removed.size() == 2)
        return;
    subscription.sinceSent.start();
    constexpr qsizetype kRows = 1000;
    qsizetype first = 0;
    do {
        const qsizetype count = qMin(rows.size() - first, kRows);
        QByteArray params = "\"sub\":" + quoted(name) + ",\"epoch\":" + quoted(m_server.epoch())
            + ",\"prev\":" + QByteArray::number(subscription.seq);
        params += ",\"seq\":" + QByteArray::number(++subscription.seq) + ",\"at\":"
            + QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ",\"set\":" + bracketed(rows, first, count)
            + ",\"del\":" + (first == 0 ? removed.bytes() : QByteArray("[]"))
            + ",\"more\":" + fixed(first + count < rows.size());
        if (!std::exchange(m_skipsNext, false))
            m_socket->write(notification("delta", params));
        first += count;
    } while (first < rows.size());
}

} // namespace relay::tests
