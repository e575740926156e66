// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/picture.h"

#include <QtTest>

using namespace relay::client;

namespace {

const QStringList kFacts { QStringLiteral("id"), QStringLiteral("topic"), QStringLiteral("role") };
const QStringList kNumbers { QStringLiteral("id"), QStringLiteral("inBytes") };

//! Braces alone would copy an inner array instead of wrapping it.
QJsonArray rows(const QJsonArray &first, const QJsonArray &second = {})
{
    QJsonArray all;
    all.append(first);
    if (!second.isEmpty())
        all.append(second);
    return all;
}

QJsonArray facts(int id, const QString &topic)
{
    return { id, topic, QStringLiteral("both") };
}

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsColumnsInAnyOrderAndSkipsUnknownOnes();
    void numbersThatComeEarlyAreKept();
    void removalForgetsEarlyNumbers();
    void newFactsKeepNumbers();
    void snapshotReplacesWhatIsGone();
    void changesAreSortedAndUnique();
    void topicsComeAndGo();
};

void PictureTest::readsColumnsInAnyOrderAndSkipsUnknownOnes()
{
    const RowReader<Connection> reader({ QStringLiteral("role"), QStringLiteral("colour"), QStringLiteral("id"),
                                         QStringLiteral("scopes"), QStringLiteral("openedAt") });
    QCOMPARE(reader.idColumn(), 2);
    Connection connection;
    connection.topic = QStringLiteral("/kept");
    reader.read({ QStringLiteral("publisher"), QStringLiteral("blue"), 7, QJsonArray { QStringLiteral("read") },
                  qint64(1'700'000'000'123) },
                connection);
    QCOMPARE(connection.id, 7u);
    QCOMPARE(connection.role, QStringLiteral("publisher"));
    QCOMPARE(connection.scopes, QStringList { QStringLiteral("read") });
    QCOMPARE(connection.openedAt, 1'700'000'000'123);
    QCOMPARE(connection.topic, QStringLiteral("/kept"));
}

void PictureTest::numbersThatComeEarlyAreKept()
{
    Picture picture;
    ConnectionChanges changes;
    const auto factsFeed = makeFactsFeed();
    const auto numbersFeed = makeNumbersFeed();
    factsFeed->setColumns(kFacts);
    numbersFeed->setColumns(kNumbers);
    numbersFeed->update(rows({ 5, 900 }), {}, picture, changes);
    QVERIFY(changes.isEmpty());
    QVERIFY(picture.connections.isEmpty());
    factsFeed->update(rows(facts(5, QStringLiteral("/a"))), {}, picture, changes);
    QCOMPARE(changes.added, QVector<quint64> { 5 });
    QCOMPARE(picture.connections.value(5).inBytes, 900u);
    QCOMPARE(picture.connections.value(5).topic, QStringLiteral("/a"));
    QVERIFY(picture.early.isEmpty());
}

void PictureTest::removalForgetsEarlyNumbers()
{
    Picture picture;
    ConnectionChanges changes;
    const auto numbersFeed = makeNumbersFeed();
    numbersFeed->setColumns(kNumbers);
    numbersFeed->update(rows({ 5, 900 }), {}, picture, changes);
    numbersFeed->update({}, QJsonArray { 5 }, picture, changes);
    QVERIFY(picture.early.isEmpty());
}

void PictureTest::newFactsKeepNumbers()
{
    Picture picture;
    picture.connections[5].inBytes = 900;
    const auto feed = makeFactsFeed();
    feed->setColumns(kFacts);
    feed->begin();
    feed->collect(rows(facts(5, QStringLiteral("/b"))));
    feed->commit(picture);
    QCOMPARE(picture.connections.value(5).topic, QStringLiteral("/b"));
    QCOMPARE(picture.connections.value(5).inBytes, 900u);
}

void PictureTest::snapshotReplacesWhatIsGone()
{
    Picture picture;
    picture.connections[1].id = 1;
    const auto feed = makeFactsFeed();
    feed->setColumns(kFacts);
    feed->begin();
    feed->collect(rows(facts(2, QStringLiteral("/b"))));
    feed->collect(rows(facts(3, QStringLiteral("/c"))));
    feed->commit(picture);
    QCOMPARE(picture.connections.size(), 2);
    QVERIFY(!picture.connections.contains(1));
}

void PictureTest::changesAreSortedAndUnique()
{
    ConnectionChanges changes { .added = { 9, 1 }, .changed = { 4, 2, 4 }, .removed = {} };
    changes.sort();
    QCOMPARE(changes.added, (QVector<quint64> { 1, 9 }));
    QCOMPARE(changes.changed, (QVector<quint64> { 2, 4 }));
}

void PictureTest::topicsComeAndGo()
{
    Picture picture;
    ConnectionChanges changes;
    const auto feed = makeTopicsFeed();
    feed->setColumns({ QStringLiteral("id"), QStringLiteral("subscribers") });
    feed->update(rows({ QStringLiteral("/a"), 3 }, { QStringLiteral("/b"), 1 }), {}, picture, changes);
    feed->update({}, QJsonArray { QStringLiteral("/b") }, picture, changes);
    QCOMPARE(picture.topics.size(), 1);
    QCOMPARE(picture.topics.value(QStringLiteral("/a")).subscribers, 3);
}

QTEST_GUILESS_MAIN(PictureTest)
#include "picturetest.moc"
