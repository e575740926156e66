// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/message.h"

#include <QJsonArray>
#include <QtTest>

using namespace relay::admin;

class MessageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestGoesThereAndBack();
    void requestMayLeaveOutMuch();
    void brokenRequests_data();
    void brokenRequests();
    void answersGoThereAndBack();
    void errorsGoThereAndBack();
    void notificationsGoThereAndBack();
    void nonsenseFromAServerIsNothing_data();
    void nonsenseFromAServerIsNothing();
    void jsonOfAnyType();
    void comments();
};

void MessageTest::requestGoesThereAndBack()
{
    const QByteArray line = requestLine(7, QStringLiteral("a.b"), { { QStringLiteral("x"), QStringLiteral("ä\n") } });
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(line.count('\n'), 1);
    const auto request = std::get<Request>(parseRequest(line));
    QCOMPARE(request.id.toInt(), 7);
    QCOMPARE(request.method, QStringLiteral("a.b"));
    QCOMPARE(request.params.value(QLatin1String("x")).toString(), QStringLiteral("ä\n"));
}

void MessageTest::requestMayLeaveOutMuch()
{
    const auto request = std::get<Request>(parseRequest(R"({"method":"m"})"));
    QVERIFY(request.id.isUndefined());
    QVERIFY(request.params.isEmpty());
}

void MessageTest::brokenRequests_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *line, ErrorClass kind) { QTest::newRow(line) << QByteArray(line) << int(kind); };
    row("", ErrorClass::ParseError);
    row("nonsense", ErrorClass::ParseError);
    row("[]", ErrorClass::ParseError);
    row("{} {}", ErrorClass::ParseError);
    row("{\"method\":\"\xff\"}", ErrorClass::ParseError);
    row("{}", ErrorClass::InvalidRequest);
    row(R"({"method":""})", ErrorClass::InvalidRequest);
    row(R"({"method":1})", ErrorClass::InvalidRequest);
    row(R"({"method":"m","id":[1]})", ErrorClass::InvalidRequest);
    row(R"({"method":"m","id":true})", ErrorClass::InvalidRequest);
    row(R"({"method":"m","params":"x"})", ErrorClass::InvalidRequest);
    row(R"({"method":"m","params":null})", ErrorClass::InvalidRequest);
    row(R"({"method":"m","jsonrpc":2})", ErrorClass::InvalidRequest);
}

void MessageTest::brokenRequests()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    const auto parsed = parseRequest(line);
    QVERIFY(std::holds_alternative<Error>(parsed));
    QCOMPARE(int(std::get<Error>(parsed).kind), kind);
    QVERIFY(!std::get<Error>(parsed).text.isEmpty());
}

void MessageTest::answersGoThereAndBack()
{
    const auto message = parseServerLine(resultLine(QStringLiteral("id-1"), "{\"a\":[1,2]}"));
    QVERIFY(message);
    const auto &response = std::get<Response>(*message);
    QCOMPARE(response.id.toString(), QStringLiteral("id-1"));
    QVERIFY(response.errorClass.isEmpty());
    QCOMPARE(response.result.toObject().value(QLatin1String("a")).toArray().size(), 2);
}

void MessageTest::errorsGoThereAndBack()
{
    const auto message = parseServerLine(errorLine({}, { ErrorClass::Busy, QStringLiteral("read \"this\"") }));
    const auto &response = std::get<Response>(*message);
    QVERIFY(response.id.isNull());
    QCOMPARE(response.errorClass, QStringLiteral("Busy"));
    QCOMPARE(response.errorText, QStringLiteral("read \"this\""));
}

void MessageTest::notificationsGoThereAndBack()
{
    const auto message = parseServerLine(notificationLine(QLatin1String("hello"), { { QStringLiteral("n"), 1 } }));
    const auto &notification = std::get<Notification>(*message);
    QCOMPARE(notification.method, QStringLiteral("hello"));
    QCOMPARE(notification.params.value(QLatin1String("n")).toInt(), 1);
}

void MessageTest::nonsenseFromAServerIsNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : { "", "x", "[]", "5", "{}", R"({"id":1})", "HTTP/1.1 400 Bad Request" })
        QTest::newRow(line) << QByteArray(line);
}

void MessageTest::nonsenseFromAServerIsNothing()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseServerLine(line));
}

void MessageTest::jsonOfAnyType()
{
    QCOMPARE(toJson(5), QByteArray("5"));
    QCOMPARE(toJson(QStringLiteral("a\"b")), QByteArray("\"a\\\"b\""));
    QCOMPARE(toJson(QJsonValue::Null), QByteArray("null"));
    QCOMPARE(toJson(QJsonArray { 1, true }), QByteArray("[1,true]"));
}

void MessageTest::comments()
{
    for (const char *line : { "", "  ", "# why", "  # why", "\t" })
        QVERIFY(isComment(line));
    QVERIFY(!isComment("{}"));
}

QTEST_GUILESS_MAIN(MessageTest)
#include "messagetest.moc"
