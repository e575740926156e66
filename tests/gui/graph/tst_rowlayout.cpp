// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/rowlayout.h"

#include <QTest>

#include <algorithm>

using namespace relay::gui::graph;

static RowTopic topic(const char *name, const QStringList &publishers, int readers)
{
    const QString text = QString::fromLatin1(name);
    return { text, text.section(QLatin1Char('-'), 0, 0), publishers, readers };
}

static constexpr RowMetrics kMetrics { .pitch = 20, .betweenExperiments = 6 };

class TestRowLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingTakesNoRoom();
    void topicStandsInTheMiddleOfItsReaders();
    void placesDoNotDependOnTheOrderOfArrival();
    void oneReaderMoreMovesWhatIsBelowByAWholeRow();
    void publisherStandsInTheMiddleOfItsTopics();
    void publishersOfOneTopicGetRowsOfTheirOwn();
    void publishersNeverOverlap();
    void experimentsKeepADistance();
};

void TestRowLayout::nothingTakesNoRoom()
{
    const RowPlaces places = placeRows({}, kMetrics);
    QCOMPARE(places.height, 0.0);
    QVERIFY(places.topics.isEmpty() && places.publishers.isEmpty());
    const RowPlaces lonely = placeRows({ topic("a", {}, 0) }, kMetrics);
    QCOMPARE(lonely.height, 20.0);
    QCOMPARE(lonely.topics, QVector<double> { 10 });
    QVERIFY(lonely.readers.first().isEmpty());
}

void TestRowLayout::topicStandsInTheMiddleOfItsReaders()
{
    const RowPlaces places = placeRows({ topic("a", {}, 3) }, kMetrics);
    QCOMPARE(places.readers.first(), (QVector<double> { 10, 30, 50 }));
    QCOMPARE(places.topics.first(), 30.0);
    QCOMPARE(places.height, 60.0);
}

void TestRowLayout::placesDoNotDependOnTheOrderOfArrival()
{
    QVector<RowTopic> topics { topic("spin9-video", { QStringLiteral("p9") }, 2),
                               topic("spin35-video", { QStringLiteral("p35") }, 1),
                               topic("spin35-data", { QStringLiteral("p35") }, 4) };
    const RowPlaces forward = placeRows(topics, kMetrics);
    std::reverse(topics.begin(), topics.end());
    const RowPlaces backward = placeRows(topics, kMetrics);
    QCOMPARE(backward.publishers, forward.publishers);
    QCOMPARE(backward.topics[0], forward.topics[2]);
    QCOMPARE(backward.readers[0], forward.readers[2]);
    QVERIFY(forward.topics[0] < forward.topics[2]); // spin9 before spin35
    QVERIFY(forward.topics[2] < forward.topics[1]); // data before video
}

void TestRowLayout::oneReaderMoreMovesWhatIsBelowByAWholeRow()
{
    QVector<RowTopic> topics { topic("a", {}, 1), topic("b", {}, 2), topic("c", {}, 2) };
    const RowPlaces before = placeRows(topics, kMetrics);
    topics[1].readerRows = 3;
    const RowPlaces after = placeRows(topics, kMetrics);
    QCOMPARE(after.topics[0], before.topics[0]);
    QCOMPARE(after.topics[2], before.topics[2] + 20);
    QCOMPARE(after.readers[1].first(), before.readers[1].first());
}

void TestRowLayout::publisherStandsInTheMiddleOfItsTopics()
{
    const QStringList one { QStringLiteral("p") };
    const RowPlaces places = placeRows({ topic("a-1", one, 1), topic("a-2", one, 3) }, kMetrics);
    QCOMPARE(places.publishers.value(QStringLiteral("p")), (places.topics[0] + places.topics[1]) / 2);
}

void TestRowLayout::publishersOfOneTopicGetRowsOfTheirOwn()
{
    const QStringList three { QStringLiteral("p1"), QStringLiteral("p2"), QStringLiteral("p10") };
    const RowPlaces places = placeRows({ topic("a", three, 1), topic("b", {}, 1) }, kMetrics);
    QCOMPARE(places.topics[0], 30.0);
    QCOMPARE(places.publishers.value(QStringLiteral("p1")), 10.0);
    QCOMPARE(places.publishers.value(QStringLiteral("p2")), 30.0);
    QCOMPARE(places.publishers.value(QStringLiteral("p10")), 50.0);
    QCOMPARE(places.readers[0], QVector<double> { 30 });
}

void TestRowLayout::publishersNeverOverlap()
{
    QVector<RowTopic> topics;
    for (int i = 0; i < 30; ++i) {
        QStringList publishers { QStringLiteral("shared%1").arg(i / 7) };
        for (int extra = 0; extra < i % 4; ++extra)
            publishers.append(QStringLiteral("p%1-%2").arg(i).arg(extra));
        topics.append(topic(qPrintable(QStringLiteral("e%1-t%2").arg(i / 5).arg(i)), publishers, i % 3));
    }
    const RowPlaces places = placeRows(topics, kMetrics);
    QVector<double> heights = QVector<double>(places.publishers.begin(), places.publishers.end());
    std::sort(heights.begin(), heights.end());
    for (qsizetype i = 1; i < heights.size(); ++i)
        QVERIFY2(heights[i] - heights[i - 1] >= 20 - 1e-9, qPrintable(QString::number(heights[i])));
    QVERIFY(heights.first() >= 10);
    QVERIFY(heights.last() + 10 <= places.height);
}

void TestRowLayout::experimentsKeepADistance()
{
    const RowPlaces places = placeRows({ topic("a-1", {}, 1), topic("a-2", {}, 1), topic("b-1", {}, 1) }, kMetrics);
    QCOMPARE(places.topics, (QVector<double> { 10, 30, 56 }));
}

QTEST_APPLESS_MAIN(TestRowLayout)
#include "tst_rowlayout.moc"
