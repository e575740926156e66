// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/endings.h"

#include <QTest>

using namespace relay::client;
using namespace relay::client::shell;
using namespace std::chrono_literals;

namespace {

//! As a session tells that the call of the access point, or else the websocket, was refused.
session::Status refusal(int httpStatus, bool isOfWebSocket)
{
    return { .state = session::Status::State::Ended,
             .isRefusal = httpStatus / 100 == 4,
             .httpStatus = httpStatus,
             .isOfWebSocket = isOfWebSocket };
}

session::Status closed(int code)
{
    return { .state = session::Status::State::Ended, .code = code, .isOfWebSocket = true };
}

} // namespace

class TestEndings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedCallIsFinalAndARefusedWebSocketIsWorthAnother_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isCallFinal");
        QTest::addColumn<bool>("isWebSocketFinal");
        QTest::newRow("no answer") << 0 << false << false;
        QTest::newRow("a bad request") << 400 << true << true;
        QTest::newRow("the token, or a code that is used up") << 401 << true << false;
        QTest::newRow("forbidden") << 403 << true << true;
        QTest::newRow("a proxy without its relay") << 404 << false << false;
        QTest::newRow("no host") << 503 << false << false;
    }

    void aRefusedCallIsFinalAndARefusedWebSocketIsWorthAnother()
    {
        QFETCH(int, status);
        QTEST(verdictOn(refusal(status, false)) == Verdict::Final, "isCallFinal");
        QTEST(verdictOn(refusal(status, true)) == Verdict::Final, "isWebSocketFinal");
    }

    void onlyCodesThatTheRelayMeansForGoodAreFinal()
    {
        for (const int code : { 4000, 4401, 4403 })
            QVERIFY(verdictOn(closed(code)) == Verdict::Final);
        for (const int code : { 1000, 1001, 1006, 1009, 1013 })
            QVERIFY(verdictOn(closed(code)) == Verdict::Lost);
    }

    void itIsTriedAgainSoonAndThenLessOften()
    {
        QCOMPARE(resumeDelay(0, 0.0), 50ms);
        QVERIFY(resumeDelay(0, 0.999) <= 100ms);
        QCOMPARE(resumeDelay(3, 0.0), 400ms);
        QCOMPARE(resumeDelay(1'000'000, 0.0), 1000ms);
        QVERIFY(resumeDelay(1'000'000, 2.0) <= 2000ms);
    }
};

QTEST_GUILESS_MAIN(TestEndings)
#include "tst_endings.moc"
