// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/why.h"

#include "tests/gui/graph/livemirror.h"

#include <QTest>

using namespace relay;
using namespace relay::gui::graph;
using relay::tests::LiveMirror;
using relay::tests::makeConnection;

class TestWhy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void healthyReaderHasNoCulprit();
    void oneOfManyIsItsOwnLine();
    void overHalfIsEverybody();
    void neighboursAreTheirNetwork();
    void loopbackIsNoNetwork();
    void silentPublisher();
    void slowedPublisher();
    void nobodyPublishes();
    void onlyReaderInTroubleProvesNothing();

private:
    static constexpr quint64 kQueue = 900 * 1024;
    const QString kTopic = QStringLiteral("/spin35-st-video");
    std::unique_ptr<LiveMirror> m_live;
    std::unique_ptr<HealthBook> m_book;

    void publish(double megabits)
    {
        m_live->world().set(
            makeConnection(1, kTopic, QStringLiteral("publisher"), QStringLiteral("10.0.0.1:5000"), megabits));
    }
    void read(quint64 id, const QString &address, bool isTroubled)
    {
        auto reader = makeConnection(id, kTopic, QStringLiteral("subscriber"), address, 4);
        reader.queuedBytes = isTroubled ? kQueue : 0;
        m_live->world().set(reader);
    }
    void pass(int seconds)
    {
        QVERIFY(m_live->sync());
        for (int i = 0; i < seconds; ++i) {
            m_live->advance(1000);
            m_book->look();
        }
    }
    Verdict judge(quint64 id)
    {
        return judgeRoute(m_live->mirror(), *m_book, m_live->mirror().connections().value(id));
    }
};

void TestWhy::init()
{
    m_book.reset();
    m_live = std::make_unique<LiveMirror>();
    m_book = std::make_unique<HealthBook>(m_live->mirror());
    m_book->setClock(m_live->clock());
}

void TestWhy::healthyReaderHasNoCulprit()
{
    publish(4);
    read(10, QStringLiteral("192.0.2.1:1"), false);
    pass(60);
    QCOMPARE(judge(10).culprit, Culprit::Unknown);
    QCOMPARE(judge(1).culprit, Culprit::Unknown);
    QVERIFY(sentence(judge(10)).isEmpty());
}

void TestWhy::oneOfManyIsItsOwnLine()
{
    publish(4);
    read(10, QStringLiteral("192.0.2.1:1"), true);
    for (quint64 id = 11; id < 48; ++id)
        read(id, QStringLiteral("198.51.100.%1:1").arg(id), false);
    pass(60);
    const Verdict verdict = judge(10);
    QCOMPARE(verdict.culprit, Culprit::OwnLine);
    QCOMPARE(verdict.keepingUp, 37);
    QVERIFY(sentence(verdict).contains(QLatin1String("37")));
    QVERIFY(sentence(verdict).contains(QLatin1String("<b>")));
}

void TestWhy::overHalfIsEverybody()
{
    publish(4);
    for (quint64 id = 10; id < 13; ++id)
        read(id, QStringLiteral("192.0.%1.1:1").arg(id), true);
    read(13, QStringLiteral("192.0.2.1:1"), false);
    pass(10);
    QCOMPARE(judge(10).culprit, Culprit::Everybody);
    QCOMPARE(judge(10).troubled, 3);
    QCOMPARE(judge(10).readers, 4);
}

void TestWhy::neighboursAreTheirNetwork()
{
    publish(4);
    read(10, QStringLiteral("203.0.113.5:1"), true);
    read(11, QStringLiteral("203.0.113.99:1"), true);
    for (quint64 id = 12; id < 20; ++id)
        read(id, QStringLiteral("198.51.100.%1:1").arg(id), false);
    pass(10);
    QCOMPARE(judge(10).culprit, Culprit::Network);
    QCOMPARE(judge(10).network, QStringLiteral("203.0.113.0/24"));
}

void TestWhy::loopbackIsNoNetwork()
{
    publish(4);
    for (quint64 id = 10; id < 20; ++id)
        read(id, QStringLiteral("127.0.0.1:%1").arg(id), id < 12);
    pass(10);
    QCOMPARE(judge(10).culprit, Culprit::OwnLine);
    QCOMPARE(judge(10).keepingUp, 8);
}

void TestWhy::silentPublisher()
{
    publish(4);
    read(10, QStringLiteral("192.0.2.1:1"), false);
    pass(60);
    publish(0);
    pass(1);
    QCOMPARE(judge(10).culprit, Culprit::PublisherSilent);
    QCOMPARE(judge(1).culprit, Culprit::PublisherSilent);
}

void TestWhy::slowedPublisher()
{
    publish(4);
    read(10, QStringLiteral("192.0.2.1:1"), false);
    pass(60);
    publish(1.5);
    pass(1);
    QCOMPARE(judge(10).culprit, Culprit::PublisherSlowed);
}

void TestWhy::nobodyPublishes()
{
    read(10, QStringLiteral("192.0.2.1:1"), false);
    pass(2);
    QCOMPARE(judge(10).culprit, Culprit::NobodyPublishes);
}

void TestWhy::onlyReaderInTroubleProvesNothing()
{
    publish(4);
    read(10, QStringLiteral("192.0.2.1:1"), true);
    pass(10);
    QCOMPARE(judge(10).culprit, Culprit::Unknown);
}

QTEST_GUILESS_MAIN(TestWhy)
#include "tst_why.moc"
