// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/topicproxy.h"
#include "tests/gui/models/builders.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

namespace {

TopicModel::Topics topics(const QStringList &ids)
{
    TopicModel::Topics hash;
    for (const QString &id : ids) {
        client::Topic topic;
        topic.id = id;
        topic.kind = QStringLiteral("video");
        topic.publishers = 1;
        topic.subscribers = 3;
        hash.insert(id, topic);
    }
    return hash;
}

TopicHealth health(int open, int dropping, int slow, int idle = 0)
{
    TopicHealth made;
    made.open = open;
    made.dropping = dropping;
    made.slow = slow;
    made.idle = idle;
    return made;
}

} // namespace

class TestTopicModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheMirror();
    void takesTheWorstOfItsReaders();
    void anExpiringReaderDoesNotStainTheTopic();
    void worksOutDropsASecond();
    void flagsTwoPublishersOfVideo();
    void proxySortsTheWorstFirst();
    void proxyFilters();
};

void TestTopicModel::followsTheMirror()
{
    TopicModel model([] { return kNow; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.syncTo(topics(
        { QStringLiteral("/out/b"), QStringLiteral("/out/a"), QStringLiteral("/out/c"), QStringLiteral("/out/d") }));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.rows().first().topic.id, QStringLiteral("/out/a"));
    model.syncTo(topics({ QStringLiteral("/out/b"), QStringLiteral("/out/e") }));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rows().first().topic.id, QStringLiteral("/out/b"));
    QCOMPARE(model.rows().last().topic.id, QStringLiteral("/out/e"));
    model.syncTo({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTopicModel::takesTheWorstOfItsReaders()
{
    TopicModel model([] { return kNow; });
    model.syncTo(topics({ QStringLiteral("/out/a") }));
    model.tick({ { QStringLiteral("/out/a"), health(4, 0, 2) } });
    QCOMPARE(model.rows().first().status, Status::Slow);
    model.tick({ { QStringLiteral("/out/a"), health(4, 1, 2) } });
    QCOMPARE(model.rows().first().status, Status::Dropping);
    QCOMPARE(model.index(0, int(TopicColumn::SlowReaders)).data().toString(), QStringLiteral("3"));
    model.tick({ { QStringLiteral("/out/a"), health(4, 0, 0, 4) } });
    QCOMPARE(model.rows().first().status, Status::Idle);
    model.tick({ { QStringLiteral("/out/a"), health(4, 0, 0, 3) } });
    QCOMPARE(model.rows().first().status, Status::Healthy);
}

void TestTopicModel::anExpiringReaderDoesNotStainTheTopic()
{
    ConnectionModel connections([] { return kNow; });
    client::Connection ending = reader(1);
    ending.expiresAt = kNow + 1000;
    connections.syncTo(asHash({ ending }));
    QCOMPARE(connections.rows().first().status, Status::Expiring);
    TopicModel model([] { return kNow; });
    model.syncTo(topics({ ending.topic }));
    model.tick(connections.topicHealth());
    QCOMPARE(model.rows().first().status, Status::Healthy);
}

void TestTopicModel::worksOutDropsASecond()
{
    TopicModel model([] { return kNow; });
    TopicModel::Topics all = topics({ QStringLiteral("/out/a") });
    model.syncTo(all);
    for (int second = 0; second < 20; ++second) {
        all[QStringLiteral("/out/a")].dropped += 11;
        model.syncTo(all);
        model.tick({});
    }
    QCOMPARE(model.rows().first().dropRate, 11.0);
    all[QStringLiteral("/out/a")].dropped = 0; // the reader that lost them has left
    model.syncTo(all);
    model.tick({});
    QCOMPARE(model.rows().first().dropRate, 0.0);
}

void TestTopicModel::flagsTwoPublishersOfVideo()
{
    TopicModel model([] { return kNow; });
    TopicModel::Topics all = topics({ QStringLiteral("/out/a") });
    model.syncTo(all);
    const QModelIndex cell = model.index(0, int(TopicColumn::Publishers));
    QCOMPARE(cell.data(CauseRole).toInt(), int(Cause::None));
    all[QStringLiteral("/out/a")].publishers = 2;
    model.syncTo(all);
    QCOMPARE(cell.data(CauseRole).toInt(), int(Cause::Tint));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("More than one publisher")));
    all[QStringLiteral("/out/a")].kind = QStringLiteral("data"); // everybody may talk there
    model.syncTo(all);
    QCOMPARE(cell.data(CauseRole).toInt(), int(Cause::None));
}

void TestTopicModel::proxySortsTheWorstFirst()
{
    TopicModel model([] { return kNow; });
    TopicProxy proxy(model);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.syncTo(topics({ QStringLiteral("/out/a"), QStringLiteral("/out/b"), QStringLiteral("/out/c") }));
    model.tick({ { QStringLiteral("/out/c"), health(1, 1, 0) }, { QStringLiteral("/out/b"), health(1, 0, 1) } });
    proxy.refreshNow();
    QCOMPARE(proxy.rowAt(0).topic.id, QStringLiteral("/out/c"));
    QCOMPARE(proxy.rowAt(1).topic.id, QStringLiteral("/out/b"));
}

void TestTopicModel::proxyFilters()
{
    TopicModel model([] { return kNow; });
    TopicProxy proxy(model);
    model.syncTo(topics({ QStringLiteral("/out/spin35"), QStringLiteral("/out/pend12") }));
    QSignalSpy filtered(&proxy, &TopicProxy::filterChanged);
    proxy.setFilterText(QStringLiteral("topic:spin*"));
    QTRY_COMPARE(filtered.count(), 1);
    QCOMPARE(proxy.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestTopicModel)
#include "tst_topicmodel.moc"
