// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/adminclient.h"
#include "tests/client/admin/faketransport.h"

#include <QSignalSpy>
#include <QtTest>

using namespace std::chrono_literals;
using namespace relay::client;
using relay::tests::FakeTransport;
using State = AdminClient::State;

class AdminClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensAfterHello();
    void answersReachTheirCalls();
    void errorsKeepTheirClass();
    void callsBeforeTheSessionAreLost();
    void openCallsAreLostWithTheLink();
    void refusesAnotherProtocol();
    void aRefusalIsShown();
    void overlongLineEndsIt();
    void nonsenseEndsIt();
    void triesAgainAndSaysWhen();
    void doesNotTryAgainUnasked();
    void silenceOfTheServerIsNoticed();
    void aSocketThatNeverGreetsIsGivenUp();
    void measuresTheRoundTrip();
    void survivesDeletionInACallback();

private:
    void openSession();

    FakeTransport *m_transport = nullptr;
    std::unique_ptr<AdminClient> m_client;
};

void AdminClientTest::init()
{
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_client = std::make_unique<AdminClient>(
        std::move(transport), ClientTiming { .ping = 20ms, .silence = 60ms, .opening = 80ms, .backoffScale = 0.01 });
}

void AdminClientTest::cleanup()
{
    m_client.reset();
}

void AdminClientTest::openSession()
{
    m_client->connectToServer(QStringLiteral("/s"), true);
    Q_EMIT m_transport->opened();
    m_transport->greet();
    m_transport->answer(0, R"({"role":"viewer"})");
    QCOMPARE(m_client->state(), State::Open);
    m_transport->sent.clear(); // the first ping
}

void AdminClientTest::opensAfterHello()
{
    const QSignalSpy states(m_client.get(), &AdminClient::stateChanged);
    m_client->connectToServer(QStringLiteral("/s"), false);
    QCOMPARE(m_transport->paths, QStringList { QStringLiteral("/s") });
    QCOMPARE(m_client->state(), State::Connecting);
    Q_EMIT m_transport->opened();
    QVERIFY(m_transport->sent.isEmpty()); // the server speaks first
    m_transport->greet();
    QCOMPARE(m_transport->request(0).method, QStringLiteral("session.open"));
    QCOMPARE(m_transport->request(0).params.value(QLatin1String("protocol")).toString(),
             QStringLiteral("relay-admin/1"));
    QCOMPARE(m_client->state(), State::Connecting);
    m_transport->answer(0, R"({"role":"viewer"})");
    QCOMPARE(m_client->state(), State::Open);
    QCOMPARE(m_client->hello().pid, 77);
    QCOMPARE(m_client->hello().user, QStringLiteral("ann"));
    QCOMPARE(m_client->hello().role, QStringLiteral("viewer"));
    QCOMPARE(states.size(), 2);
}

void AdminClientTest::answersReachTheirCalls()
{
    openSession();
    QStringList got;
    m_client->call(QStringLiteral("a"), {},
                   [&](const Reply &reply) { got << QStringLiteral("a") + reply.result.toString(); });
    m_client->call(QStringLiteral("b"), {},
                   [&](const Reply &reply) { got << QStringLiteral("b") + reply.result.toString(); });
    m_transport->answer(1, "\"2\"");
    m_transport->answer(0, "\"1\"");
    m_transport->answer(0, "\"again\"");
    QCOMPARE(got, (QStringList { QStringLiteral("b2"), QStringLiteral("a1") }));
}

void AdminClientTest::errorsKeepTheirClass()
{
    openSession();
    Reply got;
    m_client->call(QStringLiteral("a"), {}, [&](const Reply &reply) { got = reply; });
    m_transport->say(relay::admin::errorLine(m_transport->request(0).id,
                                             { relay::admin::ErrorClass::Gone, QStringLiteral("it left") })
                         .trimmed());
    QCOMPARE(got.errorClass, QStringLiteral("Gone"));
    QCOMPARE(got.errorText, QStringLiteral("it left"));
}

void AdminClientTest::callsBeforeTheSessionAreLost()
{
    Reply got;
    m_client->call(QStringLiteral("a"), {}, [&](const Reply &reply) { got = reply; });
    QVERIFY(got.errorClass.isEmpty()); // never from inside call()
    QTRY_COMPARE(got.errorClass, QStringLiteral("Lost"));
    QVERIFY(!got.errorText.isEmpty());
}

void AdminClientTest::openCallsAreLostWithTheLink()
{
    openSession();
    int lost = 0;
    m_client->call(QStringLiteral("a"), {},
                   [&](const Reply &reply) { lost += reply.errorClass == QLatin1String("Lost"); });
    Q_EMIT m_transport->closed(Transport::Failure::None, {});
    QCOMPARE(lost, 1);
    QCOMPARE(m_client->state(), State::Lost);
    QVERIFY(m_client->lastError().contains(QLatin1String("/s")));
}

void AdminClientTest::refusesAnotherProtocol()
{
    m_client->connectToServer(QStringLiteral("/s"), false);
    Q_EMIT m_transport->opened();
    m_transport->greet("relay-admin/9");
    QCOMPARE(m_client->state(), State::Refused);
    QVERIFY(m_transport->sent.isEmpty());
    QVERIFY(m_transport->aborts > 0);
}

void AdminClientTest::aRefusalIsShown()
{
    m_client->connectToServer(QStringLiteral("/s"), true);
    Q_EMIT m_transport->opened();
    m_transport->say(
        R"({"id":null,"error":{"code":-32003,"message":"User bob may not.","data":{"class":"NotPermitted"}}})");
    QCOMPARE(m_client->state(), State::Refused);
    QCOMPARE(m_client->lastError(), QStringLiteral("User bob may not."));
    QVERIFY(m_client->nextTryIn() > 0ms); // somebody may change the permission
}

void AdminClientTest::overlongLineEndsIt()
{
    openSession();
    Q_EMIT m_transport->received(QByteArray(256 * 1024 + 1, 'x'));
    QCOMPARE(m_client->state(), State::Lost);
}

void AdminClientTest::nonsenseEndsIt()
{
    openSession();
    m_transport->say("HTTP/1.1 400 Bad Request");
    QCOMPARE(m_client->state(), State::Lost);
    QVERIFY(m_client->lastError().contains(QLatin1String("relay-admin/1")));
}

void AdminClientTest::triesAgainAndSaysWhen()
{
    openSession();
    Q_EMIT m_transport->closed(Transport::Failure::None, {});
    QVERIFY(m_client->nextTryIn() > 0ms);
    QCOMPARE(m_client->attempt(), 1);
    QTRY_COMPARE(m_transport->paths.size(), 2);
    QCOMPARE(m_client->state(), State::Lost); // no flicker while trying
    Q_EMIT m_transport->closed(Transport::Failure::Dead, {});
    QCOMPARE(m_client->attempt(), 2);
    m_client->retryNow();
    QCOMPARE(m_transport->paths.size(), 3);
    Q_EMIT m_transport->opened();
    m_transport->greet();
    m_transport->answer(0, "{}");
    QCOMPARE(m_client->state(), State::Open);
    QCOMPARE(m_client->attempt(), 0);
    QVERIFY(m_client->lastError().isEmpty());
}

void AdminClientTest::doesNotTryAgainUnasked()
{
    m_client->connectToServer(QStringLiteral("/s"), false);
    Q_EMIT m_transport->closed(Transport::Failure::Absent, {});
    QCOMPARE(m_client->state(), State::Lost);
    QCOMPARE(m_client->nextTryIn(), 0ms);
    QTest::qWait(60);
    QCOMPARE(m_transport->paths.size(), 1);
}

void AdminClientTest::silenceOfTheServerIsNoticed()
{
    openSession();
    QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), State::Lost, 1000);
    QVERIFY(m_client->lastError().contains(QLatin1String("no longer answers")));
}

void AdminClientTest::aSocketThatNeverGreetsIsGivenUp()
{
    m_client->connectToServer(QStringLiteral("/s"), false);
    Q_EMIT m_transport->opened();
    QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), State::Lost, 1000);
}

void AdminClientTest::measuresTheRoundTrip()
{
    m_client->connectToServer(QStringLiteral("/s"), true);
    Q_EMIT m_transport->opened();
    m_transport->greet();
    m_transport->answer(0, "{}");
    QCOMPARE(m_transport->request(1).method, QStringLiteral("server.ping"));
    QCOMPARE(m_client->roundTripMs(), -1.0);
    m_transport->answer(1, "{}");
    QVERIFY(m_client->roundTripMs() >= 0);
    QTRY_COMPARE(m_transport->sent.size(), 3);
}

void AdminClientTest::survivesDeletionInACallback()
{
    openSession();
    m_client->call(QStringLiteral("a"), {}, [this](const Reply &) { m_client.reset(); });
    const QPointer<AdminClient> watched = m_client.get();
    Q_EMIT m_transport->closed(Transport::Failure::None, {});
    QVERIFY(!watched);
}

QTEST_GUILESS_MAIN(AdminClientTest)
#include "adminclienttest.moc"
