// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/fakes.h"

#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void greetsFirst();
    void nothingBeforeOpen();
    void openChecksTheProtocol();
    void openTwiceIsAConflict();
    void roleGoesDownOnly();
    void viewersDoNotKick();
    void fiveSecondsToOpen();
    void badLinesEndIt_data();
    void badLinesEndIt();
    void overlongLineEndsIt();
    void commentsAndBlankLinesAreFree();
    void wrongRequestsAreAnswered_data();
    void wrongRequestsAreAnswered();
    void idsAreEchoedAsTheyCame();
    void callsWithoutAnIdGetNoAnswer();
    void linesArriveInAnyPieces();
    void answersKeepTheOrderOfCalls();
    void kickClosesAndAnswers();
    void kickByBookingClosesItsConnections();
    void aRepeatedKickIsAnsweredNotRepeated();
    void wrongKickClosesNothing_data();
    void wrongKickClosesNothing();
    void eightInFlightThenItStopsReading();
    void aClientThatDoesNotReadIsNotReadEither();
    void stuckForTenSecondsIsEnded();
    void subscriptionsAreChecked_data();
    void subscriptionsAreChecked();
    void oneNameOneSubscription();
    void answersOvertakeTheStream();
    void unsubscribeEndsTheStream();
    void goodbyeTellsWhy();
    void schemaNamesEverything();
    void kickAnswerAfterTheSessionIsDropped();
};

void SessionTest::greetsFirst()
{
    Bench bench;
    bench.start(Role::Operator);
    const QJsonObject hello = bench.wire.take();
    QCOMPARE(hello.value(QLatin1String("method")).toString(), QStringLiteral("hello"));
    const QJsonObject params = hello.value(QLatin1String("params")).toObject();
    QCOMPARE(params.value(QLatin1String("protocol")).toArray(), QJsonArray { QStringLiteral("relay-admin/1") });
    QCOMPARE(params.value(QLatin1String("auth")).toObject().value(QLatin1String("role")).toString(),
             QStringLiteral("operator"));
    QCOMPARE(params.value(QLatin1String("server")).toObject().value(QLatin1String("pid")).toInt(), 42);
    QCOMPARE(params.value(QLatin1String("limits")).toObject().value(QLatin1String("lineBytes")).toInt(), 65536);
}

void SessionTest::nothingBeforeOpen()
{
    Bench bench;
    bench.start();
    for (const char *method : { "server.info", "server.ping", "connections.kick", "subscribe", "no.such" })
        QCOMPARE(bench.errorOf(method), QStringLiteral("NotOpen"));
    QVERIFY(!bench.session->isClosed());
}

void SessionTest::openChecksTheProtocol()
{
    Bench bench;
    bench.start();
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/2"})"), QStringLiteral("UnknownProtocol"));
    QCOMPARE(bench.errorOf("session.open"), QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/1","client":"me"})"),
             QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/1","colour":1})"),
             QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("server.ping"), QStringLiteral("NotOpen"));
    QCOMPARE(bench.ask("session.open", R"({"protocol":"relay-admin/1"})").value(QLatin1String("role")).toString(),
             QStringLiteral("admin"));
    QVERIFY(bench.ask("server.ping").value(QLatin1String("at")).toInteger() > 0);
}

void SessionTest::openTwiceIsAConflict()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/1"})"), QStringLiteral("Conflict"));
}

void SessionTest::roleGoesDownOnly()
{
    Bench bench;
    bench.start(Role::Operator);
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/1","role":"admin"})"),
             QStringLiteral("NotPermitted"));
    QCOMPARE(bench.errorOf("session.open", R"({"protocol":"relay-admin/1","role":"king"})"),
             QStringLiteral("InvalidParams"));
    QCOMPARE(bench.ask("session.open", R"({"protocol":"relay-admin/1","role":"viewer"})")
                 .value(QLatin1String("role"))
                 .toString(),
             QStringLiteral("viewer"));
    QCOMPARE(bench.errorOf("connections.kick", R"({"ids":[1]})"), QStringLiteral("NotPermitted"));
}

void SessionTest::viewersDoNotKick()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/a")));
    bench.open(Role::Tap);
    QCOMPARE(bench.errorOf("connections.kick", R"({"ids":[1]})"), QStringLiteral("NotPermitted"));
    QVERIFY(bench.control.orders.empty());
}

void SessionTest::fiveSecondsToOpen()
{
    Bench bench;
    bench.start();
    bench.advance(4900);
    QVERIFY(!bench.wire.isClosed);
    bench.advance(200);
    QVERIFY(bench.wire.isClosed);
    Bench other;
    other.open();
    other.advance(60'000);
    QVERIFY(!other.wire.isClosed);
}

void SessionTest::badLinesEndIt_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("not JSON") << QByteArray("hello");
    QTest::newRow("a list") << QByteArray("[{\"method\":\"server.ping\"}]");
    QTest::newRow("a string") << QByteArray("\"x\"");
    QTest::newRow("half an object") << QByteArray("{\"method\":");
    QTest::newRow("not UTF-8") << QByteArray("{\"method\":\"\xff\xfe\"}");
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1");
}

void SessionTest::badLinesEndIt()
{
    QFETCH(QByteArray, line);
    Bench bench;
    bench.open();
    bench.say(line);
    const QJsonObject answer = bench.wire.take();
    QCOMPARE(answer.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toInt(), -32700);
    QVERIFY(answer.value(QLatin1String("id")).isNull());
    QVERIFY(bench.wire.isClosed);
    bench.say("{\"id\":1,\"method\":\"server.ping\"}");
    QVERIFY(bench.wire.lines.isEmpty());
}

void SessionTest::overlongLineEndsIt()
{
    Bench bench;
    bench.open();
    bench.session->receive(QByteArray(kClientLineLimit, 'x'), bench.now);
    QVERIFY(!bench.wire.isClosed);
    bench.session->receive("x", bench.now);
    QVERIFY(bench.wire.isClosed);
}

void SessionTest::commentsAndBlankLinesAreFree()
{
    Bench bench;
    bench.open();
    bench.say("");
    bench.say("   ");
    bench.say("# what now");
    QVERIFY(bench.wire.lines.isEmpty());
    QVERIFY(!bench.wire.isClosed);
}

void SessionTest::wrongRequestsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("errorClass");
    const auto row = [](const char *name, const char *line, const char *errorClass) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(errorClass);
    };
    row("no method", R"({"id":1})", "InvalidRequest");
    row("method is a number", R"({"id":1,"method":5})", "InvalidRequest");
    row("params are a list", R"({"id":1,"method":"server.ping","params":[]})", "InvalidRequest");
    row("another JSON-RPC", R"({"jsonrpc":"1.0","id":1,"method":"server.ping"})", "InvalidRequest");
    row("id is an object", R"({"id":{},"method":"server.ping"})", "InvalidRequest");
    row("unknown method", R"({"id":1,"method":"server.explode"})", "MethodNotFound");
    row("unknown argument", R"({"id":1,"method":"server.ping","params":{"x":1}})", "InvalidParams");
    row("ill-typed argument", R"({"id":1,"method":"connections.get","params":{"id":"1"}})", "InvalidParams");
    row("missing argument", R"({"id":1,"method":"connections.get"})", "InvalidParams");
    row("no such connection", R"({"id":1,"method":"connections.get","params":{"id":99}})", "NotFound");
    row("no such topic", R"({"id":1,"method":"topics.get","params":{"id":"/x"}})", "NotFound");
    row("bad filter", R"({"id":1,"method":"connections.list","params":{"filter":"colour:red"}})", "InvalidFilter");
    row("bad column", R"({"id":1,"method":"connections.list","params":{"fields":["colour"]}})", "InvalidParams");
    row("bad sort", R"({"id":1,"method":"connections.list","params":{"sort":"colour"}})", "InvalidParams");
    row("bad cursor", R"({"id":1,"method":"connections.list","params":{"cursor":"%%%"}})", "InvalidParams");
    row("limit too large", R"({"id":1,"method":"connections.list","params":{"limit":257}})", "InvalidParams");
    row("unsubscribe from nothing", R"({"id":1,"method":"unsubscribe","params":{"sub":"a"}})", "NotFound");
    row("resync nothing", R"({"id":1,"method":"resync","params":{"sub":"a"}})", "NotFound");
}

void SessionTest::wrongRequestsAreAnswered()
{
    QFETCH(QByteArray, line);
    Bench bench;
    bench.open();
    bench.say(line);
    const QJsonObject error = bench.wire.take().value(QLatin1String("error")).toObject();
    QTEST(error.value(QLatin1String("data")).toObject().value(QLatin1String("class")).toString(), "errorClass");
    QVERIFY(!error.value(QLatin1String("message")).toString().isEmpty());
    QVERIFY(!bench.wire.isClosed);
    QVERIFY(!bench.ask("server.ping").isEmpty());
}

void SessionTest::idsAreEchoedAsTheyCame()
{
    Bench bench;
    bench.open();
    for (const QByteArray id : { "1", "\"abc\"", "-7", "null", "9007199254740991", "\"\xc3\xa4\"" }) {
        bench.say("{\"id\":" + id + ",\"method\":\"server.ping\"}");
        const QByteArray expected = "\"id\":" + id + ",";
        QVERIFY2(bench.wire.lines.takeFirst().contains(expected), id.constData());
    }
}

void SessionTest::callsWithoutAnIdGetNoAnswer()
{
    Bench bench;
    bench.open();
    bench.say("{\"method\":\"server.ping\"}");
    bench.say("{\"method\":\"no.such\"}");
    QVERIFY(bench.wire.lines.isEmpty());
}

void SessionTest::linesArriveInAnyPieces()
{
    Bench bench;
    bench.open();
    const QByteArray two = "{\"id\":1,\"method\":\"server.ping\"}\r\n{\"id\":2,\"method\":\"server.ping\"}\n";
    for (const char byte : two)
        bench.session->receive(QByteArrayView(&byte, 1), bench.now);
    QCOMPARE(bench.wire.lines.size(), 2);
}

void SessionTest::answersKeepTheOrderOfCalls()
{
    Bench bench;
    bench.open();
    QByteArray many;
    for (int i = 0; i < 50; ++i)
        many += "{\"id\":" + QByteArray::number(i) + ",\"method\":\"server.ping\"}\n";
    bench.session->receive(many, bench.now);
    QCOMPARE(bench.wire.lines.size(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(bench.wire.take().value(QLatin1String("id")).toInt(), i);
}

void SessionTest::kickClosesAndAnswers()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(5, "/a"), 1));
    bench.open(Role::Operator);
    bench.say(R"({"id":"k","method":"connections.kick","params":{"ids":[5,6],"reason":"time is up"}})");
    QVERIFY(bench.wire.lines.isEmpty());
    QCOMPARE(bench.control.orders.size(), 1u);
    QCOMPARE(bench.control.orders.front().reason, QByteArray("time is up"));
    bench.control.orders.front().done(true);
    QTRY_COMPARE(bench.wire.lines.size(), 1);
    const QJsonObject result = bench.wire.take().value(QLatin1String("result")).toObject();
    QCOMPARE(result.value(QLatin1String("kicked")).toArray(), QJsonArray { 5 });
    QCOMPARE(result.value(QLatin1String("gone")).toArray(), QJsonArray { 6 });
}

void SessionTest::kickByBookingClosesItsConnections()
{
    Bench bench;
    for (int id = 1; id <= 4; ++id) {
        auto facts = factsOf(id, "/session/lab");
        facts.bookingId = id == 4 ? QStringLiteral("abc") : id == 3 ? QString() : QStringLiteral("ab");
        bench.ledger.apply(opened(facts));
    }
    bench.open(Role::Operator);
    bench.say(R"({"id":1,"method":"connections.kick","params":{"bookingId":"ab","reason":"over"}})");
    QCOMPARE(bench.control.orders.size(), 2u); // neither that of a longer name nor that of none
    for (const auto &order : bench.control.orders)
        order.done(true);
    QTRY_COMPARE(bench.wire.lines.size(), 1);
    QCOMPARE(bench.wire.take().value(QLatin1String("result")).toObject().value(QLatin1String("kicked")).toArray(),
             (QJsonArray { 1, 2 }));
    QCOMPARE(bench.errorOf("connections.kick", R"({"bookingId":"none"})"), QStringLiteral("NotFound"));
    QCOMPARE(bench.control.orders.size(), 2u);
}

void SessionTest::aRepeatedKickIsAnsweredNotRepeated()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/a")));
    bench.open();
    const QByteArray params = R"({"ids":[1],"requestKey":"k"})";
    bench.say(R"({"id":1,"method":"connections.kick","params":)" + params + "}");
    QCOMPARE(bench.errorOf("connections.kick", params), QStringLiteral("Conflict"));
    bench.control.orders.front().done(true);
    QTRY_COMPARE(bench.wire.lines.size(), 1);
    QCOMPARE(bench.ask("connections.kick", params).value(QLatin1String("kicked")).toArray(), QJsonArray { 1 });
    QCOMPARE(bench.control.orders.size(), 1u);
}

void SessionTest::wrongKickClosesNothing_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("empty list is not everybody") << QByteArray(R"({"ids":[]})");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("one wrong id spoils all") << QByteArray(R"({"ids":[5,"6"]})");
    QTest::newRow("reason of another type") << QByteArray(R"({"ids":[5],"reason":7})");
    QTest::newRow("unknown argument") << QByteArray(R"({"ids":[5],"because":"x"})");
    QTest::newRow("ids and a booking") << QByteArray(R"({"ids":[5],"bookingId":"b"})");
    QTest::newRow("empty booking is not everybody") << QByteArray(R"({"bookingId":""})");
    QTest::newRow("booking of another type") << QByteArray(R"({"bookingId":5})");
    QTest::newRow("key of another type") << QByteArray(R"({"ids":[5],"requestKey":5})");
}

void SessionTest::wrongKickClosesNothing()
{
    QFETCH(QByteArray, params);
    Bench bench;
    bench.ledger.apply(opened(factsOf(5, "/a")));
    bench.open();
    QCOMPARE(bench.errorOf("connections.kick", params), QStringLiteral("InvalidParams"));
    QVERIFY(bench.control.orders.empty());
}

void SessionTest::eightInFlightThenItStopsReading()
{
    Bench bench;
    for (int id = 1; id <= 20; ++id)
        bench.ledger.apply(opened(factsOf(id, "/a")));
    bench.open();
    for (int id = 1; id <= 20; ++id)
        bench.say("{\"id\":" + QByteArray::number(id) + ",\"method\":\"connections.kick\",\"params\":{\"ids\":["
                  + QByteArray::number(id) + "]}}");
    QCOMPARE(bench.control.orders.size(), 8u);
    QVERIFY(!bench.session->wantsInput());
    bench.control.orders.front().done(true);
    QTRY_COMPARE(bench.wire.lines.size(), 1);
    bench.advance(1);
    QCOMPARE(bench.control.orders.size(), 9u);
    QVERIFY(!bench.wire.isClosed);
}

void SessionTest::aClientThatDoesNotReadIsNotReadEither()
{
    Bench bench;
    for (int id = 1; id <= 256; ++id)
        bench.ledger.apply(opened(factsOf(id, "/a")));
    bench.open();
    bench.wire.drains = false;
    for (int i = 0; i < 1000 && bench.session->wantsInput(); ++i)
        bench.say("{\"id\":1,\"method\":\"connections.list\"}");
    QVERIFY(!bench.session->wantsInput());
    QVERIFY(bench.wire.pending < 512 * 1024);
    const auto answered = bench.wire.lines.size();
    QVERIFY(answered > 2);
    bench.wire.pending = 0;
    QVERIFY(bench.session->wantsInput());
}

void SessionTest::stuckForTenSecondsIsEnded()
{
    Bench bench;
    bench.open();
    bench.wire.pending = 2 * 1024 * 1024;
    bench.advance(125);
    bench.advance(9'000);
    QVERIFY(!bench.wire.isClosed);
    bench.wire.pending = 0; // it read after all
    bench.advance(125);
    bench.wire.pending = 2 * 1024 * 1024;
    bench.advance(125);
    bench.advance(9'000);
    QVERIFY(!bench.wire.isClosed);
    bench.advance(1'500);
    QVERIFY(bench.wire.isClosed);
    QVERIFY(bench.wire.lines.last().contains("\"Busy\""));
}

void SessionTest::subscriptionsAreChecked_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("errorClass");
    const auto row = [](const char *name, const char *params, const char *errorClass) {
        QTest::newRow(name) << QByteArray(params) << QString::fromLatin1(errorClass);
    };
    row("no name", R"({"stream":"topics"})", "InvalidParams");
    row("no stream", R"({"sub":"a"})", "InvalidParams");
    row("unknown stream", R"({"sub":"a","stream":"weather"})", "NotFound");
    row("too fast", R"({"sub":"a","stream":"topics","intervalMs":249})", "InvalidParams");
    row("unknown column", R"({"sub":"a","stream":"topics","columns":["colour"]})", "InvalidParams");
    row("filter that topics do not have", R"({"sub":"a","stream":"topics","filter":"role:both"})", "InvalidFilter");
    row("filter on totals", R"({"sub":"a","stream":"totals","filter":"x"})", "InvalidFilter");
    row("unknown argument", R"({"sub":"a","stream":"topics","every":5})", "InvalidParams");
}

void SessionTest::subscriptionsAreChecked()
{
    QFETCH(QByteArray, params);
    Bench bench;
    bench.open();
    QTEST(bench.errorOf("subscribe", params), "errorClass");
    QVERIFY(!bench.session->isWatching());
}

void SessionTest::oneNameOneSubscription()
{
    Bench bench;
    bench.open();
    QVERIFY(bench.ask("subscribe", R"({"sub":"a","stream":"topics"})").contains(QLatin1String("columns")));
    QCOMPARE(bench.errorOf("subscribe", R"({"sub":"a","stream":"totals"})"), QStringLiteral("Conflict"));
    for (std::size_t i = 1; i < Session::kMaxSubscriptions; ++i)
        (void)bench.ask("subscribe", "{\"sub\":\"s" + QByteArray::number(qulonglong(i)) + "\",\"stream\":\"totals\"}");
    QCOMPARE(bench.errorOf("subscribe", R"({"sub":"more","stream":"totals"})"), QStringLiteral("LimitReached"));
}

void SessionTest::answersOvertakeTheStream()
{
    Bench bench;
    for (int id = 1; id <= 2000; ++id)
        bench.ledger.apply(opened(factsOf(id, "/a")));
    bench.open();
    bench.wire.drains = false;
    bench.say(R"({"id":1,"method":"subscribe","params":{"sub":"a","stream":"connections"}})");
    bench.wire.pending = 0;
    bench.advance(1); // one part is on its way, seven are to come
    bench.say(R"({"id":2,"method":"server.ping"})");
    QCOMPARE(bench.wire.lines.size(), 3);
    QVERIFY(bench.wire.lines[1].contains("\"snapshot\""));
    QVERIFY(bench.wire.lines[2].contains("\"id\":2"));
}

void SessionTest::unsubscribeEndsTheStream()
{
    Bench bench;
    bench.open();
    (void)bench.ask("subscribe", R"({"sub":"a","stream":"totals"})");
    QVERIFY(bench.session->isWatching());
    bench.wire.lines.clear();
    bench.advance(1100);
    QCOMPARE(bench.wire.lines.size(), 1);
    (void)bench.ask("unsubscribe", R"({"sub":"a"})");
    QVERIFY(!bench.session->isWatching());
    bench.wire.lines.clear();
    bench.advance(5000);
    QVERIFY(bench.wire.lines.isEmpty());
}

void SessionTest::goodbyeTellsWhy()
{
    Bench bench;
    bench.open();
    bench.session->sayGoodbye(QStringLiteral("relayd ends"));
    const QJsonObject line = bench.wire.take();
    QCOMPARE(line.value(QLatin1String("method")).toString(), QStringLiteral("goingDown"));
    QCOMPARE(line.value(QLatin1String("params")).toObject().value(QLatin1String("reason")).toString(),
             QStringLiteral("relayd ends"));
    QVERIFY(bench.wire.isClosed);
}

void SessionTest::schemaNamesEverything()
{
    Bench bench;
    bench.open();
    const QJsonObject schema = bench.ask("schema.get");
    QCOMPARE(schema.value(QLatin1String("methods")).toArray().size(), int(allMethods().size()));
    const QJsonArray streams = schema.value(QLatin1String("streams")).toArray();
    QVERIFY(streams.size() >= 6);
    for (const QJsonValue &each : streams) { // each can be had
        const QByteArray name = each.toObject().value(QLatin1String("name")).toString().toLatin1();
        QCOMPARE(bench.errorOf("subscribe", R"({"sub":"s)" + name + R"(","stream":")" + name + "\"}"), QString());
    }
    QCOMPARE(schema.value(QLatin1String("errors")).toArray().size(), 14);
}

void SessionTest::kickAnswerAfterTheSessionIsDropped()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(5, "/a")));
    bench.open();
    bench.say(R"({"id":1,"method":"connections.kick","params":{"ids":[5]}})");
    bench.session.reset();
    bench.control.orders.front().done(true);
    QTest::qWait(10);
    QVERIFY(bench.wire.lines.isEmpty());
    QCOMPARE(bench.shared.sessions, 0);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "sessiontest.moc"
