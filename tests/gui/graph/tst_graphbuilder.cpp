// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphbuilder.h"

#include "tests/gui/graph/livemirror.h"

#include <QTest>

using namespace relay;
using namespace relay::gui::graph;
using relay::gui::Status;
using relay::tests::LiveMirror;
using relay::tests::makeConnection;

static const QString kVideo = QStringLiteral("/spin35-st-video");
static const QString kReader = QStringLiteral("subscriber");

//! The graph as text, one line an edge: "10.0.0.1 4.00 -> spin35-st-video -> +2 viewers 8.0".
static QStringList picture(const Graph &graph)
{
    QStringList lines;
    for (const Edge &edge : graph.edges) {
        const Node &from = graph.nodes[edge.from];
        const Node &to = graph.nodes[edge.to];
        const QString arrow = edge.isTwoWay ? QStringLiteral(" <-> ") : QStringLiteral(" -> ");
        lines.append(from.label + arrow + to.label + QLatin1Char(' ') + gui::statusFilter(to.status));
    }
    lines.sort();
    return lines;
}

class TestGraphBuilder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void healthyReadersAreFolded();
    void oneReaderStandsAlone();
    void readersInTroubleStandAloneWorstFirst();
    void moreTroubleThanRoomIsFolded();
    void selectedConnectionStandsAlone();
    void oneFoldSaysOnlyWhatHurts();
    void unfoldedTopicShowsItsReaders();
    void whoReadsAndWritesStandsOnTheRight();
    void publisherOfSeveralTopicsIsOneBox();
    void healthyFamiliesFoldWhenThereIsNoRoom();
    void oneTopicOnly();
    void onlyWhomTheFilterLetsThrough();
    void ratesMoveNothing();

private:
    std::unique_ptr<LiveMirror> m_live;
    std::unique_ptr<HealthBook> m_book;

    void publish(const QString &topic, quint64 id = 1)
    {
        m_live->world().set(makeConnection(id, topic, QStringLiteral("publisher"), QStringLiteral("10.0.0.1:5000"), 4));
    }
    void read(quint64 id, const QString &topic, quint64 dropped = 0, quint64 queued = 0)
    {
        auto reader = makeConnection(id, topic, kReader, QStringLiteral("192.0.2.%1:4000").arg(id % 250), 4);
        reader.dropped = dropped;
        reader.queuedBytes = queued;
        m_live->world().set(reader);
    }
    //! Lets time pass so that troubled readers are known as such.
    void judge()
    {
        QVERIFY(m_live->sync());
        for (int i = 0; i < 5; ++i) {
            m_live->advance(1000);
            m_book->look();
        }
    }
    Graph build(const GraphOptions &options = {}) { return buildGraph(m_live->mirror(), *m_book, options); }
};

void TestGraphBuilder::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_book.reset();
    m_live = std::make_unique<LiveMirror>();
    m_book = std::make_unique<HealthBook>(m_live->mirror());
    m_book->setClock(m_live->clock());
}

void TestGraphBuilder::healthyReadersAreFolded()
{
    publish(kVideo);
    for (quint64 id = 10; id < 47; ++id)
        read(id, kVideo);
    judge();
    const Graph graph = build();
    QCOMPARE(picture(graph),
             (QStringList { QStringLiteral("10.0.0.1 -> spin35-st-video healthy"),
                            QStringLiteral("spin35-st-video -> +37 viewers healthy") }));
    QCOMPARE(graph.subscribers, 37);
    QCOMPARE(graph.publishers, 1);
    QCOMPARE(graph.nodes[graph.nodeOf(20)].connections.size(), 37);
    QCOMPARE(graph.nodes[graph.nodeOf(20)].rate, 37 * 4e6 / 8);
}

void TestGraphBuilder::oneReaderStandsAlone()
{
    publish(kVideo);
    read(10, kVideo);
    judge();
    QCOMPARE(picture(build()).last(), QStringLiteral("spin35-st-video -> 192.0.2.10 healthy"));
}

void TestGraphBuilder::readersInTroubleStandAloneWorstFirst()
{
    publish(kVideo);
    for (quint64 id = 10; id < 15; ++id)
        read(id, kVideo);
    read(13, kVideo, 0, 700 * 1024);
    read(12, kVideo, 5);
    judge();
    read(12, kVideo, 25);
    judge();
    const Graph graph = build();
    QCOMPARE(picture(graph),
             (QStringList { QStringLiteral("10.0.0.1 -> spin35-st-video healthy"),
                            QStringLiteral("spin35-st-video -> +3 viewers healthy"),
                            QStringLiteral("spin35-st-video -> 192.0.2.12 dropping"),
                            QStringLiteral("spin35-st-video -> 192.0.2.13 slow") }));
    const auto height = [&graph](quint64 id) { return graph.centres.value(graph.nodes[graph.nodeOf(id)].key); };
    QVERIFY(height(12) < height(13));
    QVERIFY(height(13) < height(10));
}

void TestGraphBuilder::moreTroubleThanRoomIsFolded()
{
    publish(kVideo);
    for (quint64 id = 10; id < 18; ++id)
        read(id, kVideo, 0, 700 * 1024);
    judge();
    const QStringList lines = picture(build());
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.contains(QStringLiteral("spin35-st-video -> +5 slow slow")));
}

void TestGraphBuilder::selectedConnectionStandsAlone()
{
    publish(kVideo);
    for (quint64 id = 10; id < 20; ++id)
        read(id, kVideo, 0, id > 15 ? 700 * 1024 : 0);
    judge();
    GraphOptions options;
    options.fold = { .troubledShown = 1, .healthyShown = 1, .alone = 12, .isOneFold = true };
    QCOMPARE(picture(build(options)),
             (QStringList { QStringLiteral("10.0.0.1 -> spin35-st-video healthy"),
                            QStringLiteral("spin35-st-video -> +8 viewers, 3 slow slow"),
                            QStringLiteral("spin35-st-video -> 192.0.2.12 healthy"),
                            QStringLiteral("spin35-st-video -> 192.0.2.16 slow") }));
}

void TestGraphBuilder::oneFoldSaysOnlyWhatHurts()
{
    publish(kVideo);
    for (quint64 id = 10; id < 20; ++id)
        read(id, kVideo);
    auto soon = m_live->world().connections().value(15);
    soon.expiresAt = m_live->clock()() + 60'000;
    m_live->world().set(soon);
    judge();
    QCOMPARE(picture(build()).last(), QStringLiteral("spin35-st-video -> +10 viewers, 1 end(s) soon expiring"));
    GraphOptions options;
    options.fold.isOneFold = true;
    QCOMPARE(picture(build(options)).last(), QStringLiteral("spin35-st-video -> +10 viewers expiring"));
}

void TestGraphBuilder::unfoldedTopicShowsItsReaders()
{
    publish(kVideo);
    for (quint64 id = 10; id < 16; ++id)
        read(id, kVideo);
    judge();
    GraphOptions options;
    options.unfolded = { kVideo };
    QCOMPARE(picture(build(options)).size(), 7);
    options.unfoldedLimit = 4;
    const QStringList lines = picture(build(options));
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.contains(QStringLiteral("spin35-st-video -> +3 viewers healthy")));
}

void TestGraphBuilder::whoReadsAndWritesStandsOnTheRight()
{
    const QString chat = QStringLiteral("/bi/chat");
    for (quint64 id = 1; id <= 3; ++id)
        m_live->world().set(makeConnection(id, chat, QStringLiteral("both"), QStringLiteral("192.0.2.1:1"), 1));
    judge();
    const Graph graph = build();
    QCOMPARE(picture(graph), QStringList { QStringLiteral("bi/chat <-> +3 members healthy") });
    QCOMPARE(graph.publishers, 0);
}

void TestGraphBuilder::publisherOfSeveralTopicsIsOneBox()
{
    publish(QStringLiteral("/spin35-st-video"), 1);
    publish(QStringLiteral("/spin35-st-data"), 2);
    publish(QStringLiteral("/pend1-st-data"), 3); // the same host, but another experiment
    judge();
    const Graph graph = build();
    const Node both = graph.nodes[graph.nodeOf(1)];
    QCOMPARE(both.connections, (QVector<quint64> { 2, 1 }));
    QCOMPARE(both.rate, 8e6 / 8);
    QVERIFY(graph.nodeOf(3) != graph.nodeOf(1));
    QCOMPARE(graph.publishers, 3);
}

void TestGraphBuilder::healthyFamiliesFoldWhenThereIsNoRoom()
{
    quint64 id = 1;
    for (int bench = 1; bench <= 40; ++bench) {
        for (const char *family : { "spin", "pend" }) {
            const QString topic = QStringLiteral("/%1%2-st-video").arg(QLatin1String(family)).arg(bench);
            publish(topic, id++);
            read(id++, topic);
        }
    }
    read(9000, QStringLiteral("/pend7-st-video"), 0, 900 * 1024);
    judge();
    QCOMPARE(build().nodes.size(), 3 * 40 + 1 + 3); // spin folded; pend has trouble and stands
    const Graph graph = build();
    QVERIFY(picture(graph).contains(QStringLiteral("spin, 40 topics -> +40 readers healthy")));
    QVERIFY(picture(graph).contains(QStringLiteral("pend7-st-video -> 192.0.2.0 slow")));
    QCOMPARE(graph.topics, 80);
    QCOMPARE(graph.subscribers, 81);

    GraphOptions tight;
    tight.nodeLimit = 20;
    const QStringList lines = picture(build(tight));
    QVERIFY(lines.size() < 10);
    QVERIFY(lines.contains(QStringLiteral("pend7-st-video -> 192.0.2.0 slow")));
}

void TestGraphBuilder::oneTopicOnly()
{
    publish(kVideo, 1);
    publish(QStringLiteral("/other"), 2);
    read(3, QStringLiteral("/other"));
    judge();
    GraphOptions options;
    options.onlyTopic = kVideo;
    QCOMPARE(picture(build(options)), QStringList { QStringLiteral("10.0.0.1 -> spin35-st-video healthy") });
}

//! A reader keeps its route: who publishes to its topic stays. A topic without anybody goes.
void TestGraphBuilder::onlyWhomTheFilterLetsThrough()
{
    publish(kVideo, 1);
    read(2, kVideo);
    read(3, kVideo);
    publish(QStringLiteral("/other"), 4);
    judge();
    GraphOptions options;
    options.members = [](const client::Connection &connection, const Health &) { return connection.id == 2; };
    const Graph graph = build(options);
    QCOMPARE(graph.topics, 1);
    QCOMPARE(graph.publishers, 1);
    QCOMPARE(graph.subscribers, 1);
    options.members
        = [](const client::Connection &, const Health &health) { return health.status == Status::Dropping; };
    QVERIFY(build(options).nodes.isEmpty());
}

void TestGraphBuilder::ratesMoveNothing()
{
    publish(kVideo, 1);
    for (quint64 id = 10; id < 14; ++id)
        read(id, kVideo, 0, 700 * 1024);
    judge();
    const Graph before = build();
    for (quint64 id = 10; id < 14; ++id) {
        auto reader = m_live->world().connections().value(id);
        reader.outRate = double(100'000 * (20 - id));
        reader.queuedBytes = (600 + id) * 1024;
        m_live->world().set(reader);
    }
    judge();
    const Graph after = build();
    QCOMPARE(after.centres, before.centres);
    QVERIFY(after.nodes != before.nodes);
}

QTEST_GUILESS_MAIN(TestGraphBuilder)
#include "tst_graphbuilder.moc"
