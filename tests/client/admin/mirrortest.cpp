// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/mirror.h"
#include "tests/client/support/fakeadminserver.h"

#include <QSignalSpy>
#include <QtTest>

using namespace std::chrono_literals;
using namespace relay::client;
using relay::tests::FakeAdminServer;

namespace {

Connection connectionOn(quint64 id, const QString &topic, const QString &role = QStringLiteral("both"))
{
    Connection connection;
    connection.id = id;
    connection.topic = topic;
    connection.path = topic;
    connection.role = role;
    connection.kind = QStringLiteral("data");
    connection.transport = QStringLiteral("ws");
    return connection;
}

} // namespace

//! Over a real local socket: the mirror's promises hold on the wire.
class MirrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheServerHas();
    void followsChanges();
    void bigWorldComesInParts();
    void repairsAGap();
    void keepsTheLastPictureWhenTheServerDies();
    void recoversWithANewServer();
    void kicksAndTellsWhoWasGone();
    void kickWithoutALinkSaysSo();
    void idleServerIsNotStale();

private:
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<Mirror> m_mirror;
};

void MirrorTest::init()
{
    m_server = std::make_unique<FakeAdminServer>();
    m_server->limitIntervals(30ms);
    QVERIFY(m_server->listen());
    m_client = std::make_unique<AdminClient>();
    m_mirror = std::make_unique<Mirror>(*m_client);
}

void MirrorTest::cleanup()
{
    m_mirror.reset();
    m_client.reset();
    m_server.reset();
}

void MirrorTest::showsWhatTheServerHas()
{
    m_server->world().set(connectionOn(3, QStringLiteral("/a")));
    m_server->world().set(connectionOn(4, QStringLiteral("/b"), QStringLiteral("subscriber")));
    QVERIFY(m_mirror->isStale());
    const QSignalSpy resets(m_mirror.get(), &Mirror::wasReset);
    m_client->connectToServer(m_server->path(), true);
    QTRY_COMPARE(resets.size(), 1);
    QVERIFY(!m_mirror->isStale());
    QCOMPARE(m_mirror->connections().size(), 2);
    QCOMPARE(m_mirror->connections().value(4).role, QStringLiteral("subscriber"));
    QCOMPARE(m_mirror->topics().value(QStringLiteral("/a")).publishers, 1);
    QCOMPARE(m_mirror->totals().connections, 2);
    QVERIFY(m_mirror->asOf() > 0);
}

void MirrorTest::followsChanges()
{
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    QSignalSpy changes(m_mirror.get(), &Mirror::connectionsChanged);
    Connection connection = connectionOn(7, QStringLiteral("/a"));
    m_server->world().set(connection);
    QTRY_VERIFY(m_mirror->connections().contains(7));
    QTRY_COMPARE(m_mirror->topics().size(), 1);
    QCOMPARE(changes.first().at(0).value<QVector<quint64>>(), QVector<quint64> { 7 });
    connection.inRate = 1234.5;
    m_server->world().set(connection);
    QTRY_COMPARE(m_mirror->connections().value(7).inRate, 1234.5);
    changes.clear();
    m_server->world().remove(7);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(2).value<QVector<quint64>>(), QVector<quint64> { 7 });
    QVERIFY(m_mirror->connections().isEmpty());
    QTRY_VERIFY(m_mirror->topics().isEmpty());
}

void MirrorTest::bigWorldComesInParts()
{
    m_server->world().populate(3000);
    const QSignalSpy resets(m_mirror.get(), &Mirror::wasReset);
    m_client->connectToServer(m_server->path(), true);
    QTRY_COMPARE(resets.size(), 1);
    QCOMPARE(m_mirror->connections().size(), 3000);
    const QSignalSpy changes(m_mirror.get(), &Mirror::connectionsChanged);
    m_server->world().tick(1.0);
    QTRY_COMPARE(changes.size(), 1); // all parts of one delta are one signal
    QCOMPARE(changes.first().at(1).value<QVector<quint64>>().size(), 3000);
    for (const Connection &shown : m_mirror->connections())
        QCOMPARE(shown.inBytes, m_server->world().connections().value(shown.id).inBytes);
}

void MirrorTest::repairsAGap()
{
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    m_server->skipOneDelta(); // totals tick all the time, so one of their deltas is lost
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("resync")), 1);
    m_server->world().set(connectionOn(1, QStringLiteral("/x")));
    QTRY_COMPARE(m_mirror->totals().connections, 1);
    QVERIFY(!m_mirror->isStale());
    QCOMPARE(m_server->callsOf(QStringLiteral("resync")), 1);
}

void MirrorTest::keepsTheLastPictureWhenTheServerDies()
{
    m_server->world().set(connectionOn(1, QStringLiteral("/x")));
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    const QSignalSpy stale(m_mirror.get(), &Mirror::staleChanged);
    m_server->stop();
    QTRY_VERIFY(m_mirror->isStale());
    QCOMPARE(stale.size(), 1);
    QCOMPARE(m_mirror->connections().size(), 1);
    QVERIFY(!m_client->lastError().isEmpty());
}

void MirrorTest::recoversWithANewServer()
{
    m_server->world().set(connectionOn(1, QStringLiteral("/x")));
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    const QString path = m_server->path();
    m_server->stop();
    QTRY_VERIFY(m_mirror->isStale());
    m_server->world().clear();
    m_server->world().set(connectionOn(2, QStringLiteral("/y")));
    m_server->setEpoch(QStringLiteral("epoch-2"));
    QVERIFY(m_server->listen(path));
    QTRY_VERIFY_WITH_TIMEOUT(!m_mirror->isStale(), 12'000);
    QCOMPARE(m_mirror->connections().keys(), QList<quint64> { 2 });
    QCOMPARE(m_client->hello().epoch, QStringLiteral("epoch-2"));
}

void MirrorTest::kicksAndTellsWhoWasGone()
{
    m_server->world().set(connectionOn(1, QStringLiteral("/x")));
    m_server->world().set(connectionOn(2, QStringLiteral("/x")));
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    KickResult got;
    bool isDone = false;
    m_mirror->kick({ 2, 99 }, QStringLiteral("time is up"), [&](const KickResult &result) {
        got = result;
        isDone = true;
    });
    QTRY_VERIFY(isDone);
    QCOMPARE(got.kicked, QVector<quint64> { 2 });
    QCOMPARE(got.gone, QVector<quint64> { 99 });
    QVERIFY(got.errorText.isEmpty());
    QCOMPARE(m_server->kicks().first().reason, QStringLiteral("time is up"));
    QTRY_COMPARE(m_mirror->connections().keys(), QList<quint64> { 1 });
}

void MirrorTest::kickWithoutALinkSaysSo()
{
    QString text;
    m_mirror->kick({ 1 }, {}, [&](const KickResult &result) { text = result.errorText; });
    QTRY_VERIFY(!text.isEmpty());
}

void MirrorTest::idleServerIsNotStale()
{
    m_client->connectToServer(m_server->path(), true);
    QTRY_VERIFY(!m_mirror->isStale());
    const qint64 first = m_mirror->asOf();
    QTRY_VERIFY(m_mirror->asOf() > first);
}

QTEST_GUILESS_MAIN(MirrorTest)
#include "mirrortest.moc"
