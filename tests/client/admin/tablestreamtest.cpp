// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/tablestream.h"
#include "common/admin/protocol.h"
#include "tests/client/admin/faketransport.h"

#include <QSignalSpy>
#include <QtTest>

using namespace std::chrono_literals;
using namespace relay;
using namespace relay::client;
using relay::tests::FakeTransport;

class TableStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aPictureIsThereWhenAllOfItIs();
    void changesArePutInPlace();
    void numbersKeepTheirOrderAndTextIsText();
    void rowsAreReadByTheNamesOfTheirColumns();
    void afterAGapThePictureIsAskedForAndUntilThenNothingChanges();
    void otherSubscriptionsAreNotItsOwn();
    void whenContactIsLostTheRowsStayUntilTheNextPicture();

private:
    void greet();
    void say(const char *notice, const char *members);
    [[nodiscard]] int callsOf(QLatin1String method) const;
    [[nodiscard]] QStringList names() const; // of the rows, in their order

    FakeTransport *m_transport = nullptr;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<TableStream> m_stream;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TableStreamTest::init()
{
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_client = std::make_unique<AdminClient>(std::move(transport), ClientTiming { .ping = 1h, .silence = 1h });
    m_stream = std::make_unique<TableStream>(*m_client, QStringLiteral("shells"));
    m_changed = std::make_unique<QSignalSpy>(m_stream.get(), &TableStream::changed);
    QCOMPARE(callsOf(admin::method::kSubscribe), 0);
    m_client->connectToServer(QStringLiteral("/s"), false);
    greet();
    QCOMPARE(callsOf(admin::method::kSubscribe), 1);
}

void TableStreamTest::cleanup()
{
    m_changed.reset();
    m_stream.reset();
    m_client.reset();
}

void TableStreamTest::greet()
{
    Q_EMIT m_transport->opened();
    m_transport->greet();
    m_transport->answer(int(m_transport->sent.size()) - 1, R"({"role":"operator"})");
    QCOMPARE(m_client->state(), AdminClient::State::Open);
}

void TableStreamTest::say(const char *notice, const char *members)
{
    m_transport->say(QByteArray(R"({"method":")") + notice + R"(","params":{"sub":"shells","epoch":"e",)" + members
                     + "}}");
}

int TableStreamTest::callsOf(QLatin1String method) const
{
    int calls = 0;
    for (int n = 0; n < int(m_transport->sent.size()); ++n)
        calls += m_transport->request(n).method == method ? 1 : 0;
    return calls;
}

QStringList TableStreamTest::names() const
{
    QStringList names;
    for (const QJsonObject &row : m_stream->rows())
        names << row.value(QLatin1String("name")).toString();
    return names;
}

void TableStreamTest::aPictureIsThereWhenAllOfItIs()
{
    say("snapshot", R"("seq":1,"part":0,"columns":["id","name"],"rows":[[1,"one"]],"more":true)");
    QCOMPARE(names(), QStringList());
    QVERIFY(!m_stream->isComplete());
    QCOMPARE(m_changed->size(), 0);
    say("snapshot", R"("prev":1,"seq":2,"part":1,"rows":[[2,"two"]],"more":false)");
    QCOMPARE(names(), QStringList({ QStringLiteral("one"), QStringLiteral("two") }));
    QVERIFY(m_stream->isComplete());
    QCOMPARE(m_changed->size(), 1);
    // The next one forgets what is not in it, once all of it is there.
    say("snapshot", R"("seq":3,"part":0,"columns":["id","name"],"rows":[[3,"three"]],"more":true)");
    QCOMPARE(names(), QStringList({ QStringLiteral("one"), QStringLiteral("two") }));
    say("snapshot", R"("prev":3,"seq":4,"part":1,"rows":[],"more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("three") });
}

void TableStreamTest::changesArePutInPlace()
{
    say("snapshot", R"("seq":1,"part":0,"columns":["id","name"],"rows":[[1,"a"],[2,"b"],[3,"c"]],"more":false)");
    say("delta", R"("prev":1,"seq":2,"set":[[2,"B"],[4,"d"]],"del":[1,99],"more":false)");
    QCOMPARE(names(), QStringList({ QStringLiteral("B"), QStringLiteral("c"), QStringLiteral("d") }));
    QCOMPARE(m_changed->size(), 2);
    QCOMPARE(callsOf(admin::method::kResync), 0);
}

void TableStreamTest::numbersKeepTheirOrderAndTextIsText()
{
    say("snapshot",
        R"("seq":1,"part":0,"columns":["id","name"],"rows":[[10,"ten"],[9,"nine"],[9007199254740992,"most"]],)"
        R"("more":false)");
    QCOMPARE(names(), QStringList({ QStringLiteral("nine"), QStringLiteral("ten"), QStringLiteral("most") }));
    say("snapshot", R"("seq":2,"part":0,"columns":["id","name"],"rows":[["b","2"],["a","1"]],"more":false)");
    QCOMPARE(m_stream->rows().keys(), QStringList({ QStringLiteral("a"), QStringLiteral("b") }));
    say("delta", R"("prev":2,"seq":3,"del":["a"],"more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("2") });
}

void TableStreamTest::rowsAreReadByTheNamesOfTheirColumns()
{
    // Other columns, in another order, a row that is too short, and one that no id tells apart from others.
    say("snapshot",
        R"("seq":1,"part":0,"columns":["new","name","id"],"rows":[[0,"one",1],[0,"nobody"],[0,"none",null]],)"
        R"("more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("one") });
    QCOMPARE(m_stream->rows().first().keys().size(), 3);
}

void TableStreamTest::afterAGapThePictureIsAskedForAndUntilThenNothingChanges()
{
    say("snapshot", R"("seq":1,"part":0,"columns":["id","name"],"rows":[[1,"a"]],"more":false)");
    say("delta", R"("prev":5,"seq":6,"set":[[2,"b"]],"more":false)");
    QCOMPARE(callsOf(admin::method::kResync), 1);
    say("delta", R"("prev":6,"seq":7,"set":[[3,"c"]],"more":false)");
    QCOMPARE(callsOf(admin::method::kResync), 1);
    QCOMPARE(names(), QStringList { QStringLiteral("a") });
    say("snapshot", R"("seq":8,"part":0,"columns":["id","name"],"rows":[[3,"c"]],"more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("c") });
}

void TableStreamTest::otherSubscriptionsAreNotItsOwn()
{
    m_transport->say(R"({"method":"snapshot","params":{"sub":"taps","epoch":"e","seq":1,"part":0,)"
                     R"("columns":["id","name"],"rows":[[1,"a"]],"more":false}})");
    say("job", R"("seq":1,"part":0,"columns":["id","name"],"rows":[[1,"a"]],"more":false)");
    QCOMPARE(names(), QStringList());
    QCOMPARE(m_changed->size(), 0);
}

void TableStreamTest::whenContactIsLostTheRowsStayUntilTheNextPicture()
{
    say("snapshot", R"("seq":7,"part":0,"columns":["id","name"],"rows":[[1,"a"]],"more":false)");
    Q_EMIT m_transport->closed(Transport::Failure::None, QString());
    QVERIFY(m_client->state() != AdminClient::State::Open);
    QVERIFY(!m_stream->isComplete());
    QCOMPARE(names(), QStringList { QStringLiteral("a") });
    m_client->connectToServer(QStringLiteral("/s"), false);
    greet();
    QCOMPARE(callsOf(admin::method::kSubscribe), 2);
    QVERIFY(!m_stream->isComplete());
    // What has no picture before it is from another time.
    say("delta", R"("prev":7,"seq":8,"set":[[2,"b"]],"more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("a") });
    say("snapshot", R"("seq":1,"part":0,"columns":["id","name"],"rows":[[3,"c"]],"more":false)");
    QCOMPARE(names(), QStringList { QStringLiteral("c") });
    QVERIFY(m_stream->isComplete());
}

QTEST_GUILESS_MAIN(TableStreamTest)
#include "tablestreamtest.moc"
