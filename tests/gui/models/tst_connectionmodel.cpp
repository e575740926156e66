// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectionmodel.h"
#include "tests/gui/models/builders.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

using Ids = QVector<quint64>;

namespace {

client::Topic topicWith(const QString &id, double inRate)
{
    client::Topic topic;
    topic.id = id;
    topic.inRate = inRate;
    return topic;
}

} // namespace

class TestConnectionModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void addsInOneBatch();
    void tellsOneBlockForNeighbours();
    void tellsTheWholeSpanWhenThereAreManyBlocks();
    void tellsNothingForAnIdThatIsNotThere();
    void removesFromHighToLow();
    void survivesRandomDeltas();
    void keepsRowsOverAResynchronisation();
    void takesAReusedIdForAnotherConnection();
    void worksOutDropsASecond();
    void keepsAMinuteOfRates();
    void marksOnlyTheCause();
    void aKickedRowStaysTwoSeconds();
    void anUnexpectedCloseLeavesAtOnce();
    void aFailedKickIsForgotten();
    void standsStillWhenStale();
    void countsByStatusAndKind();
    void saysWhatItShows();
    void everyCellHasTextsInAllRoles();
    void eachColumnHasItsOwnKey();

private:
    void step(qint64 ms) { m_now += ms; }
    [[nodiscard]] QVariant cellData(int row, ConnectionColumn column, int role = Qt::DisplayRole) const
    {
        return m_model->data(m_model->index(row, int(column)), role);
    }

    qint64 m_now = kNow;
    std::unique_ptr<ConnectionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionModel::init()
{
    m_now = kNow;
    m_tester.reset();
    m_model = std::make_unique<ConnectionModel>([this] { return m_now; });
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestConnectionModel::addsInOneBatch()
{
    QSignalSpy inserted(m_model.get(), &ConnectionModel::rowsInserted);
    m_model->syncTo(readers(500));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(m_model->rowCount(), 500);
    for (int row = 0; row < 500; ++row)
        QCOMPARE(m_model->rowOf(m_model->rows().at(row).connection.id), row);
}

void TestConnectionModel::tellsOneBlockForNeighbours()
{
    auto all = readers(100);
    m_model->syncTo(all);
    QSignalSpy changed(m_model.get(), &ConnectionModel::dataChanged);
    m_model->apply({}, { 11, 12, 13, 50 }, {}, all);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 10);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 12);
    QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 49);
    QCOMPARE(changed.at(1).at(1).toModelIndex().row(), 49);
}

void TestConnectionModel::tellsTheWholeSpanWhenThereAreManyBlocks()
{
    auto all = readers(1000);
    m_model->syncTo(all);
    Ids everyOther;
    for (quint64 id = 3; id < 900; id += 2)
        everyOther.append(id);
    QSignalSpy changed(m_model.get(), &ConnectionModel::dataChanged);
    m_model->apply({}, everyOther, {}, all);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 898);
}

void TestConnectionModel::tellsNothingForAnIdThatIsNotThere()
{
    auto all = readers(3);
    m_model->syncTo(all);
    QSignalSpy changed(m_model.get(), &ConnectionModel::dataChanged);
    m_model->apply({ 77 }, { 78 }, { 79 }, all);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_model->rowCount(), 3);
}

void TestConnectionModel::removesFromHighToLow()
{
    auto all = readers(10);
    m_model->syncTo(all);
    QSignalSpy removed(m_model.get(), &ConnectionModel::rowsRemoved);
    m_model->apply({}, {}, { 2, 3, 7, 9, 10 }, all);
    QCOMPARE(removed.count(), 3);
    QCOMPARE(removed.at(0).at(1).toInt(), 8); // rows 8..9, then 6, then 1..2
    QCOMPARE(removed.at(1).at(1).toInt(), 6);
    QCOMPARE(removed.at(2).at(1).toInt(), 1);
    Ids left;
    for (const ConnectionRow &row : m_model->rows())
        left.append(row.connection.id);
    QCOMPARE(left, Ids({ 1, 4, 5, 6, 8 }));
    QCOMPARE(m_model->rowOf(8), 4);
    QCOMPARE(m_model->rowOf(7), -1);
}

void TestConnectionModel::survivesRandomDeltas()
{
    quint32 seed = 5;
    const auto random = [&seed](quint32 below) { return (seed = seed * 1664525U + 1013904223U) / 65536 % below; };
    ConnectionModel::Connections all;
    quint64 next = 1;
    for (int round = 0; round < 200; ++round) {
        Ids added;
        Ids changed;
        Ids removed;
        for (auto it = all.begin(); it != all.end();) {
            if (random(8) == 0) {
                removed.append(it.key());
                it = all.erase(it);
                continue;
            }
            if (random(2) == 0)
                changed.append(it.key());
            ++it;
        }
        for (quint32 i = random(12); i > 0; --i) {
            all.insert(next, reader(next));
            added.append(next++);
        }
        for (Ids *ids : { &added, &changed, &removed })
            std::sort(ids->begin(), ids->end());
        m_model->apply(added, changed, removed, all);
        QCOMPARE(m_model->rowCount(), all.size());
        for (auto it = all.cbegin(); it != all.cend(); ++it)
            QCOMPARE(m_model->rows().at(m_model->rowOf(it.key())).connection.id, it.key());
    }
}

void TestConnectionModel::keepsRowsOverAResynchronisation()
{
    auto all = readers(5);
    m_model->syncTo(all);
    const QPersistentModelIndex third = m_model->index(m_model->rowOf(3), 0);
    m_model->tick({});
    m_model->tick({});
    const int samples = m_model->rows().at(m_model->rowOf(3)).spark.size();
    all.remove(1);
    all.insert(9, reader(9));
    m_model->syncTo(all);
    QVERIFY(third.isValid());
    QCOMPARE(third.data(IdRole).toULongLong(), 3ULL);
    QCOMPARE(m_model->rows().at(m_model->rowOf(3)).spark.size(), samples);
    QCOMPARE(m_model->rowOf(1), -1);
    QVERIFY(m_model->rowOf(9) >= 0);
}

void TestConnectionModel::takesAReusedIdForAnotherConnection()
{
    auto all = readers(2);
    m_model->syncTo(all);
    m_model->tick({});
    m_model->tick({});
    const QPersistentModelIndex first = m_model->index(m_model->rowOf(1), 0);
    all[1].openedAt += 5; // another run of the relay began again at 1
    m_model->syncTo(all);
    QVERIFY(!first.isValid());
    QCOMPARE(m_model->rows().at(m_model->rowOf(1)).spark.size(), 1);
    QCOMPARE(m_model->rowCount(), 2);
}

void TestConnectionModel::worksOutDropsASecond()
{
    auto all = readers(1);
    all[1].dropped = 1000; // before we looked
    m_model->syncTo(all);
    for (int second = 0; second < 10; ++second) {
        step(1000);
        all[1].dropped += 18;
        m_model->apply({}, { 1 }, {}, all);
        m_model->tick({});
    }
    QCOMPARE(m_model->rows().first().dropRate, 18.0);
    QCOMPARE(cellData(0, ConnectionColumn::Drops).toString(), QStringLiteral("18"));
    QCOMPARE(m_model->rows().first().status, Status::Dropping);
    for (int second = 0; second < 10; ++second) {
        step(1000);
        m_model->tick({});
    }
    QCOMPARE(m_model->rows().first().dropRate, 0.0);
    QCOMPARE(m_model->rows().first().status, Status::Healthy);
}

void TestConnectionModel::keepsAMinuteOfRates()
{
    auto all = readers(1);
    m_model->syncTo(all);
    for (int second = 0; second < 90; ++second) {
        step(1000);
        all[1].outRate = 1000.0 + second;
        all[1].lastOutAt = m_now;
        m_model->apply({}, { 1 }, {}, all);
        m_model->tick({ { all[1].topic, topicWith(all[1].topic, 5000) } });
    }
    const auto spark = cellData(0, ConnectionColumn::LastMinute, SparkRole).value<QVector<float>>();
    QCOMPARE(spark.size(), 60);
    QCOMPARE(spark.first(), 1030.0F);
    QCOMPARE(spark.last(), 1089.0F);
    QCOMPARE(cellData(0, ConnectionColumn::LastMinute, SparkScaleRole).toFloat(), 6000.0F); // offered rate x 1.2
}

void TestConnectionModel::marksOnlyTheCause()
{
    auto all = readers(2);
    m_model->syncTo(all);
    all[1].dropped = 5;
    all[1].queuedBytes = 1024 * 1024;
    all[2].expiresAt = m_now + 60'000;
    m_model->apply({}, { 1, 2 }, {}, all);
    for (int column = 0; column < kConnectionColumns; ++column) {
        const auto cause = static_cast<Cause>(cellData(m_model->rowOf(1), ConnectionColumn(column), CauseRole).toInt());
        QCOMPARE(cause,
                 column == int(ConnectionColumn::Drops)       ? Cause::Solid
                     : column == int(ConnectionColumn::Queue) ? Cause::Tint
                                                              : Cause::None);
        const auto other = static_cast<Cause>(cellData(m_model->rowOf(2), ConnectionColumn(column), CauseRole).toInt());
        QCOMPARE(other, column == int(ConnectionColumn::Expires) ? Cause::Tint : Cause::None);
    }
}

void TestConnectionModel::aKickedRowStaysTwoSeconds()
{
    auto all = readers(3);
    m_model->syncTo(all);
    m_model->expectKicked({ 2 });
    all.remove(2);
    m_model->apply({}, {}, { 2 }, all);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->rows().at(1).status, Status::Kicked);
    step(1000);
    m_model->tick({});
    QCOMPARE(m_model->rowCount(), 3);
    step(1000);
    m_model->tick({});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->rowOf(2), -1);
}

void TestConnectionModel::anUnexpectedCloseLeavesAtOnce()
{
    auto all = readers(3);
    m_model->syncTo(all);
    m_model->expectKicked({ 2 });
    all.remove(1);
    m_model->apply({}, {}, { 1 }, all);
    QCOMPARE(m_model->rowCount(), 2);
}

void TestConnectionModel::aFailedKickIsForgotten()
{
    auto all = readers(1);
    m_model->syncTo(all);
    m_model->expectKicked({ 1 });
    m_model->forgetKicked({ 1 });
    m_model->apply({}, {}, { 1 }, {});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestConnectionModel::standsStillWhenStale()
{
    auto all = readers(1);
    all[1].expiresAt = kNow + 18 * 60'000 + 42'000;
    m_model->syncTo(all);
    m_model->setAsOf(kNow);
    step(60'000);
    QCOMPARE(cellData(0, ConnectionColumn::Expires).toString(), QStringLiteral("18:42"));
    QCOMPARE(cellData(0, ConnectionColumn::Age).toString(), QStringLiteral("1 h 00"));
    m_model->setAsOf(0);
    QCOMPARE(cellData(0, ConnectionColumn::Expires).toString(), QStringLiteral("17:42"));
}

void TestConnectionModel::countsByStatusAndKind()
{
    auto all = readers(4);
    all[2].kind = QStringLiteral("data");
    all[3].kind = QStringLiteral("stream");
    all[4].lastOutAt = 0;
    m_model->syncTo(all);
    const ConnectionCounts counts = m_model->counts();
    QCOMPARE(counts.video, 2);
    QCOMPARE(counts.data, 1);
    QCOMPARE(counts.shell, 1);
    QCOMPARE(counts.status[size_t(Status::Healthy)], 3);
    QCOMPARE(counts.status[size_t(Status::Idle)], 1);
}

void TestConnectionModel::saysWhatItShows()
{
    auto all = readers(1);
    all[1].bookingId = QStringLiteral("cq3v8l2k1b0c");
    m_model->syncTo(all);
    QCOMPARE(cellData(0, ConnectionColumn::Booking).toString(), QStringLiteral("cq3v8l2k"));
    QCOMPARE(cellData(0, ConnectionColumn::Booking, Qt::ToolTipRole).toString(), QStringLiteral("cq3v8l2k1b0c"));
    QCOMPARE(cellData(0, ConnectionColumn::Out, RawRole).toDouble(), 500'000.0);
    QCOMPARE(cellData(0, ConnectionColumn::Out, Qt::AccessibleTextRole).toString(), QStringLiteral("Out: 4.00"));
    QCOMPARE(cellData(0, ConnectionColumn::In, DimRole).toBool(), true);
    QCOMPARE(cellData(0, ConnectionColumn::Expires).toString(), QStringLiteral("none"));
    QCOMPARE(m_model->headerData(int(ConnectionColumn::Out), Qt::Horizontal, UnitRole).toString(),
             QStringLiteral("Mbit/s"));
}

void TestConnectionModel::everyCellHasTextsInAllRoles()
{
    m_model->syncTo(readers(1));
    for (int column = 0; column < kConnectionColumns; ++column) {
        const ConnectionColumn c { column };
        QVERIFY2(c == ConnectionColumn::LastMinute || !cellData(0, c).toString().isEmpty(),
                 qPrintable(QString::number(column)));
        QVERIFY(!cellData(0, c, Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(cellData(0, c, Qt::AccessibleTextRole).toString().contains(QStringLiteral(": ")));
        QVERIFY(cellData(0, c, RawRole).isValid());
    }
}

void TestConnectionModel::eachColumnHasItsOwnKey()
{
    QSet<QString> keys;
    for (int column = 0; column < kConnectionColumns; ++column) {
        const ColumnSpec spec = cell::spec(ConnectionColumn(column));
        QVERIFY(!spec.title.isEmpty());
        QVERIFY(spec.width > 0 || spec.minimum > 0);
        keys.insert(spec.key);
    }
    QCOMPARE(keys.size(), kConnectionColumns);
}

QTEST_GUILESS_MAIN(TestConnectionModel)
#include "tst_connectionmodel.moc"
