// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/fakes.h"

#include <QRegularExpression>
#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;
using relay::access::Grant;

namespace {

constexpr std::int64_t kDay = 24 * 3600 * 1000;

void connectBooked(Bench &bench, relay::stats::ConnectionId id, const QString &bookingId, std::int64_t expiresAt)
{
    Grant grant;
    grant.topic = "lab";
    grant.kind = "session";
    grant.bookingId = bookingId;
    grant.scopes = QStringList { QStringLiteral("read") };
    grant.expiresAt = expiresAt / 1000;
    QVERIFY(!bench.access.enter({ id, QHostAddress(QHostAddress::LocalHost) }, &grant));
    auto facts = factsOf(id, "/session/lab");
    facts.bookingId = bookingId;
    facts.scopes = grant.scopes;
    facts.expiresAt = expiresAt;
    bench.ledger.apply(opened(facts));
}

qint64 untilOf(const QJsonObject &result)
{
    return result.value(QLatin1String("until")).toInteger();
}

//! A list as text: rows by ";", values by ",".
QString rowsOf(const QJsonObject &result)
{
    QStringList rows;
    const QJsonArray all = result.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : all)
        rows << QString::fromUtf8(QJsonDocument(row.toArray()).toJson(QJsonDocument::Compact));
    return rows.join(QLatin1Char(';'));
}

QStringList s_log; //!< lines of relay.audit, since handlers of messages are plain functions

void takeAudit(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    if (qstrcmp(context.category, "relay.audit") == 0)
        s_log << message;
}

} // namespace

class BookingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void denyCutsAndTellsUntil();
    void withoutATimeItLastsAsLongAsTheTokens();
    void withoutConnectionsItLastsADay();
    void aPartOfASecondIsNotLost();
    void theAnswerWaitsForTheDiskAndNobodyElseDoes();
    void aRepeatedDenyIsDoneOnce();
    void allowedAgainTheBookingConnects();
    void allowingWhatIsNotDeniedSaysSo();
    void theListTellsWhoAndWhy();
    void theListForgetsWhoWhenTheDenialWasEndedElsewhere();
    void theListIsFilteredSortedAndPaged();
    void theAllowedAreListed();
    void openModeHasNoBookings();
    void viewersLookOnly();
    void wrongOrdersDenyNothing_data();
    void wrongOrdersDenyNothing();
    void serverInfoTellsTheMode();
    void everyOrderIsAudited();
};

void BookingsTest::denyCutsAndTellsUntil()
{
    Bench bench;
    std::vector<relay::stats::ConnectionId> cut;
    bench.access.setCut([&](const auto &ids, const auto &) { cut = ids; });
    bench.secure();
    connectBooked(bench, 1, QStringLiteral("b1"), bench.now.wall + 60'000);
    connectBooked(bench, 2, QStringLiteral("b1"), bench.now.wall + 90'000);
    connectBooked(bench, 3, QStringLiteral("b2"), bench.now.wall + 90'000);
    bench.open(Role::Operator);
    const qint64 until = bench.now.wall + 3'600'000;
    const QJsonObject result = bench.ask("deny.add", R"({"bookingId":"b1","until":)" + QByteArray::number(until) + "}");
    QCOMPARE(untilOf(result), until);
    QCOMPARE(result.value(QLatin1String("connections")).toArray(), (QJsonArray { 1, 2 }));
    QCOMPARE(result.value(QLatin1String("isDurable")).toBool(), false); // there is no state directory here
    QCOMPARE(cut, (std::vector<relay::stats::ConnectionId> { 1, 2 }));
    QVERIFY(bench.access.isDenied(QStringLiteral("b1")));
    QVERIFY(!bench.access.isDenied(QStringLiteral("b2")));
}

void BookingsTest::withoutATimeItLastsAsLongAsTheTokens()
{
    Bench bench;
    bench.secure();
    connectBooked(bench, 1, QStringLiteral("b1"), bench.now.wall + 90'000);
    connectBooked(bench, 2, QStringLiteral("b1"), bench.now.wall + 60'000);
    bench.open();
    QCOMPARE(untilOf(bench.ask("deny.add", R"({"bookingId":"b1"})")), bench.now.wall + 90'000);
}

void BookingsTest::withoutConnectionsItLastsADay()
{
    Bench bench;
    bench.secure();
    bench.open();
    QCOMPARE(untilOf(bench.ask("deny.add", R"({"bookingId":"of nobody"})")), bench.now.wall + kDay);
}

void BookingsTest::aPartOfASecondIsNotLost()
{
    Bench bench;
    bench.secure();
    bench.open();
    const QByteArray until = QByteArray::number(bench.now.wall + 60'001);
    const QByteArray params = R"({"bookingId":"b1","until":)" + until + '}';
    QCOMPARE(untilOf(bench.ask("deny.add", params)), bench.now.wall + 61'000);
}

void BookingsTest::theAnswerWaitsForTheDiskAndNobodyElseDoes()
{
    Bench bench;
    bench.secure();
    bench.open();
    bench.say(R"({"id":1,"method":"deny.add","params":{"bookingId":"b1"}})");
    QVERIFY(bench.wire.lines.isEmpty());
    bench.say(R"({"id":2,"method":"server.ping"})");
    QCOMPARE(bench.wire.take().value(QLatin1String("id")).toInt(), 2);
    bench.letTheDiskWork();
    QCOMPARE(bench.wire.take().value(QLatin1String("id")).toInt(), 1);
}

void BookingsTest::aRepeatedDenyIsDoneOnce()
{
    Bench bench;
    bench.secure();
    bench.open();
    const QByteArray params = R"({"bookingId":"b1","requestKey":"k"})";
    const QJsonObject first = bench.ask("deny.add", params);
    QVERIFY(untilOf(first) > 0);
    QVERIFY(!bench.ask("deny.remove", R"({"bookingId":"b1"})").contains(QLatin1String("error")));
    QCOMPARE(bench.ask("deny.add", params), first);
    QVERIFY(!bench.access.isDenied(QStringLiteral("b1")));
}

void BookingsTest::allowedAgainTheBookingConnects()
{
    Bench bench;
    bench.secure();
    bench.open(Role::Operator);
    (void)bench.ask("deny.add", R"({"bookingId":"b1"})");
    QCOMPARE(bench.ask("deny.remove", R"({"bookingId":"b1"})").value(QLatin1String("isDurable")), QJsonValue(false));
    connectBooked(bench, 1, QStringLiteral("b1"), bench.now.wall + 60'000);
}

void BookingsTest::allowingWhatIsNotDeniedSaysSo()
{
    Bench bench;
    bench.secure();
    bench.open();
    QCOMPARE(bench.errorOf("deny.remove", R"({"bookingId":"b1"})"), QStringLiteral("NotFound"));
}

void BookingsTest::theListTellsWhoAndWhy()
{
    Bench bench;
    bench.secure();
    bench.open();
    const std::int64_t until = bench.now.wall + 60'000;
    (void)bench.access.deny(QStringLiteral("by a token"), until / 1000);
    (void)bench.ask("deny.add",
                    R"({"bookingId":"ours","reason":"left the door open","until":)" + QByteArray::number(until) + "}");
    const QJsonObject list = bench.ask("deny.list");
    QCOMPARE(list.value(QLatin1String("columns")).toArray(),
             (QJsonArray { QStringLiteral("id"), QStringLiteral("until"), QStringLiteral("deniedAt"),
                           QStringLiteral("by"), QStringLiteral("reason"), QStringLiteral("what") }));
    QCOMPARE(rowsOf(list),
             QStringLiteral(
                 R"(["by a token",%1,null,null,null,"booking"];["ours",%1,%2,"ann","left the door open","booking"])")
                 .arg(until)
                 .arg(bench.now.wall));
}

void BookingsTest::theListForgetsWhoWhenTheDenialWasEndedElsewhere()
{
    Bench bench;
    bench.secure();
    bench.open();
    (void)bench.ask("deny.add", R"({"bookingId":"b1","reason":"x"})");
    (void)bench.access.allow(QStringLiteral("b1"), 0);
    QCOMPARE(rowsOf(bench.ask("deny.list")), QString());
    (void)bench.access.deny(QStringLiteral("b1"), bench.now.wall / 1000 + 5);
    QVERIFY2(rowsOf(bench.ask("deny.list")).endsWith(QLatin1String(",null,null,null,\"booking\"]")),
             qUtf8Printable(rowsOf(bench.ask("deny.list"))));
}

void BookingsTest::theListIsFilteredSortedAndPaged()
{
    Bench bench;
    bench.secure();
    bench.open();
    for (int i = 0; i < 5; ++i)
        (void)bench.access.deny(QStringLiteral("b%1").arg(i), bench.now.wall / 1000 + 100 - i);
    const auto ids = [&](const QByteArray &params) { return rowsOf(bench.ask("deny.list", params)); };
    QCOMPARE(ids(R"({"fields":["id"],"filter":"booking:B3"})"), QStringLiteral("[\"b3\"]"));
    QCOMPARE(ids(R"({"fields":["id"],"sort":"until","limit":2})"), QStringLiteral("[\"b4\"];[\"b3\"]"));
    const QJsonObject page = bench.ask("deny.list", R"({"fields":["id"],"limit":4})");
    const QByteArray cursor = page.value(QLatin1String("cursor")).toString().toLatin1();
    QVERIFY(!cursor.isEmpty());
    const QByteArray next = R"({"fields":["id"],"cursor":")" + cursor + R"("})";
    QCOMPARE(ids(next), QStringLiteral("[\"b4\"]"));
    QCOMPARE(bench.errorOf("deny.list", R"({"filter":"topic:x"})"), QStringLiteral("InvalidFilter"));
    QCOMPARE(bench.errorOf("deny.list", R"({"fields":["colour"]})"), QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("allow.list", R"({"sort":"-reason"})"), QStringLiteral("InvalidParams"));
}

void BookingsTest::theAllowedAreListed()
{
    Bench bench;
    bench.secure();
    connectBooked(bench, 1, QStringLiteral("b1"), bench.now.wall + 90'000);
    bench.open(Role::Viewer);
    QCOMPARE(rowsOf(bench.ask("allow.list")), QStringLiteral("[\"b1\",%1]").arg(bench.now.wall + 90'000));
}

void BookingsTest::openModeHasNoBookings()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.errorOf("allow.list"), QStringLiteral("Conflict"));
    QCOMPARE(bench.errorOf("deny.add", R"({"subject":"ann"})"), QStringLiteral("Conflict"));
    QVERIFY(bench.ask("deny.list").contains(QLatin1String("rows"))); // of addresses and holds, which it has
    for (const char *method : { "deny.add", "deny.remove" }) {
        bench.say(QByteArray("{\"id\":1,\"method\":\"") + method + R"(","params":{"bookingId":"b"}})");
        const QByteArray answer = bench.wire.lines.takeLast();
        QVERIFY2(answer.contains("open mode") && answer.contains("\"Conflict\""), answer.constData());
    }
}

void BookingsTest::viewersLookOnly()
{
    Bench bench;
    bench.secure();
    bench.open(Role::Viewer);
    QCOMPARE(bench.errorOf("deny.add", R"({"bookingId":"b1"})"), QStringLiteral("NotPermitted"));
    QCOMPARE(bench.errorOf("deny.remove", R"({"bookingId":"b1"})"), QStringLiteral("NotPermitted"));
    QCOMPARE(rowsOf(bench.ask("deny.list")), QString());
    QVERIFY(!bench.access.isDenied(QStringLiteral("b1")));
}

void BookingsTest::wrongOrdersDenyNothing_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("no booking") << QByteArray("{}");
    QTest::newRow("an empty booking is not everybody's") << QByteArray(R"({"bookingId":""})");
    QTest::newRow("booking of another type") << QByteArray(R"({"bookingId":7})");
    QTest::newRow("name too long") << QByteArray(R"({"bookingId":")" + QByteArray(257, 'x') + "\"}");
    QTest::newRow("time in the past") << QByteArray(R"({"bookingId":"b","until":1600000000000})");
    QTest::newRow("seconds for milliseconds") << QByteArray(R"({"bookingId":"b","until":1700003600})");
    QTest::newRow("now is not later") << QByteArray(R"({"bookingId":"b","until":1700000000000})");
    QTest::newRow("time as text") << QByteArray(R"({"bookingId":"b","until":"tomorrow"})");
    QTest::newRow("reason of another type") << QByteArray(R"({"bookingId":"b","reason":1})");
    QTest::newRow("unknown argument") << QByteArray(R"({"bookingId":"b","address":"192.0.2.1"})");
}

void BookingsTest::wrongOrdersDenyNothing()
{
    QFETCH(QByteArray, params);
    Bench bench;
    bench.secure();
    bench.open();
    QCOMPARE(bench.errorOf("deny.add", params), QStringLiteral("InvalidParams"));
    QVERIFY(bench.access.denied().empty());
}

void BookingsTest::serverInfoTellsTheMode()
{
    Bench open;
    open.open();
    const QJsonObject info = open.ask("server.info");
    QCOMPARE(info.value(QLatin1String("mode")).toString(), QStringLiteral("open"));
    QVERIFY(!info.contains(QLatin1String("audience")));
    Bench secured;
    secured.secure();
    secured.start();
    QCOMPARE(secured.wire.take()
                 .value(QLatin1String("params"))
                 .toObject()
                 .value(QLatin1String("server"))
                 .toObject()
                 .value(QLatin1String("mode"))
                 .toString(),
             QStringLiteral("secured"));
    secured.open();
    (void)secured.ask("deny.add", R"({"bookingId":"b1"})");
    const QJsonObject more = secured.ask("server.info");
    QCOMPARE(more.value(QLatin1String("mode")).toString(), QStringLiteral("secured"));
    QCOMPARE(more.value(QLatin1String("isOpen")).toBool(true), false);
    QCOMPARE(more.value(QLatin1String("audience")).toString(), QStringLiteral("https://relay.example.org/access"));
    QCOMPARE(more.value(QLatin1String("denied")).toInt(), 1);
}

void BookingsTest::everyOrderIsAudited()
{
    Bench bench;
    bench.secure();
    connectBooked(bench, 1, QStringLiteral("b1"), bench.now.wall + 60'000);
    bench.open(Role::Operator);
    s_log.clear();
    const auto before = qInstallMessageHandler(takeAudit);
    (void)bench.ask("deny.add", R"({"bookingId":"b1","reason":"broke it"})");
    (void)bench.ask("deny.remove", R"({"bookingId":"b1"})");
    (void)bench.ask("deny.remove", R"({"bookingId":"b1"})");
    (void)bench.ask("connections.kick", R"({"bookingId":"none"})");
    (void)bench.ask("connections.kick", R"({"ids":[9]})");
    Bench viewer;
    viewer.open(Role::Viewer);
    for (int i = 0; i < 3; ++i)
        (void)viewer.ask("connections.kick", R"({"ids":[9]})");
    qInstallMessageHandler(before);
    QCOMPARE(s_log.size(), 6);
    const QRegularExpression undo(QStringLiteral("\"undo\":\"[0-9a-f-]{36}\","));
    QVERIFY(s_log.at(0).contains(undo));
    QCOMPARE(s_log[0].remove(undo),
             QStringLiteral("deny.add booking b1 by ann (uid 1000, pid 0), reason \"broke it\": "
                            "{\"until\":%1,\"connections\":[1],\"isDurable\":false}")
                 .arg(bench.now.wall + 60'000));
    QCOMPARE(s_log.at(1), QStringLiteral("deny.remove booking b1 by ann (uid 1000, pid 0): {\"isDurable\":false}"));
    QVERIFY(s_log.at(2).startsWith(QLatin1String("deny.remove booking b1 by ann (uid 1000, pid 0): refused, ")));
    QVERIFY(s_log.at(3).startsWith(QLatin1String("connections.kick booking none by ann (uid 1000, pid 0): refused, ")));
    QCOMPARE(s_log.at(4),
             QStringLiteral("connections.kick connection 9 by ann (uid 1000, pid 0): {\"kicked\":[],\"gone\":[9]}"));
    // Once, though tried thrice.
    QVERIFY(s_log.at(5).startsWith(QLatin1String("connections.kick connection 9 by ann (uid 1000, pid 0): refused, ")));
}

QTEST_GUILESS_MAIN(BookingsTest)
#include "bookingstest.moc"
