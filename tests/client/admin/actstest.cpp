// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/denials.h"
#include "client/admin/drain.h"
#include "client/admin/jobs.h"
#include "client/admin/kicks.h"
#include "client/admin/opentaps.h"
#include "client/admin/tap.h"
#include "common/admin/protocol.h"
#include "tests/client/admin/faketransport.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QtTest>

using namespace std::chrono_literals;
using namespace relay;
using namespace relay::client;
using relay::tests::FakeTransport;

//! What operators do, as the window and the command call it, over a stream that the test holds.
class ActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_client.reset(); }
    void greetingTellsWhatTheServerCan();
    void aLookBringsFiguresAndASample();
    void aPacedKickIsAJob();
    void otherCountsComeWithTheConflict();
    void jobsAreFollowedUntilTheLinkIsLost();
    void aTapTellsWhatPasses();
    void aTapThatIsRefusedSaysWhy();
    void aTapThatGoesIsClosed();
    void aTapThatWentWhileItOpenedIsClosedWhenItIsOpen();
    void openTapsAreAPictureAndItsChanges();
    void denialsGiveAWordForUndo();
    void aDrainHasAJob();

private:
    //! The newest call of that method; its number in the order in which they were sent.
    int last(QLatin1String method)
    {
        for (int n = int(m_transport->sent.size()) - 1; n >= 0; --n) {
            if (m_transport->request(n).method == method)
                return n;
        }
        return -1;
    }
    QJsonObject paramsOf(QLatin1String method) { return m_transport->request(last(method)).params; }

    FakeTransport *m_transport = nullptr;
    std::unique_ptr<AdminClient> m_client;
};

void ActsTest::init()
{
    auto transport = std::make_unique<FakeTransport>();
    m_transport = transport.get();
    m_client = std::make_unique<AdminClient>(std::move(transport), ClientTiming { .ping = 1h, .silence = 1h });
    m_client->connectToServer(QStringLiteral("/s"), false);
    Q_EMIT m_transport->opened();
    m_transport->say(R"({"method":"hello","params":{"protocol":["relay-admin/1"],"server":{"name":"relayd"},)"
                     R"("features":["jobs","taps"],"auth":{"uid":3},"limits":{"maxTaps":8}}})");
    m_transport->answer(0, R"({"role":"operator"})");
    QCOMPARE(m_client->state(), AdminClient::State::Open);
}

void ActsTest::greetingTellsWhatTheServerCan()
{
    QCOMPARE(m_client->hello().features, (QStringList { QStringLiteral("jobs"), QStringLiteral("taps") }));
    QCOMPARE(m_client->hello().maxTaps, 8);
}

void ActsTest::aLookBringsFiguresAndASample()
{
    KickPreview got;
    previewKick(*m_client, { .filter = QStringLiteral("topic:x") }, [&](const KickPreview &preview) { got = preview; });
    const QJsonObject params = paramsOf(admin::method::kConnectionsKick);
    QCOMPARE(params.value(QLatin1String("dryRun")).toBool(), true);
    QCOMPARE(params.value(QLatin1String("filter")).toString(), QStringLiteral("topic:x"));
    m_transport->answer(last(admin::method::kConnectionsKick),
                        R"({"count":12,"topics":2,"bookings":1,"addresses":3,)"
                        R"("sample":{"columns":["id","topic"],"rows":[[7,"/x"]]}})");
    QCOMPARE(got.count, 12);
    QCOMPARE(got.addresses, 3);
    QCOMPARE(got.sample.size(), 1);
    QCOMPARE(got.sample.front().topic, QStringLiteral("/x"));
    QVERIFY(got.errorClass.isEmpty());
}

void ActsTest::aPacedKickIsAJob()
{
    KickOutcome got;
    startKick(*m_client, { .ids = { 7, 8 }, .reason = QStringLiteral("r"), .perSecond = 5, .holdSeconds = 60 },
              [&](const KickOutcome &outcome) { got = outcome; });
    const QJsonObject params = paramsOf(admin::method::kConnectionsKick);
    QCOMPARE(params.value(QLatin1String("ids")).toArray(), (QJsonArray { 7, 8 }));
    QCOMPARE(params.value(QLatin1String("perSecond")).toInt(), 5);
    QCOMPARE(params.value(QLatin1String("holdSeconds")).toInt(), 60);
    QVERIFY(!params.value(QLatin1String("requestKey")).toString().isEmpty());
    QVERIFY(!params.contains(QLatin1String("expectCount")));
    m_transport->answer(last(admin::method::kConnectionsKick), R"({"job":3,"total":2})");
    QCOMPARE(got.job, 3u);
    QCOMPARE(got.total, 2);
}

void ActsTest::otherCountsComeWithTheConflict()
{
    KickOutcome got;
    startKick(*m_client, { .filter = QStringLiteral("ALL"), .expectCount = 5 },
              [&](const KickOutcome &outcome) { got = outcome; });
    const auto id = m_transport->request(last(admin::method::kConnectionsKick)).id;
    m_transport->say(
        admin::errorLine(
            id, { admin::ErrorClass::Conflict, QStringLiteral("They are 6."), { { QStringLiteral("count"), 6 } } })
            .chopped(1));
    QCOMPARE(got.errorClass, QStringLiteral("Conflict"));
    QCOMPARE(got.actualCount, 6);
}

void ActsTest::jobsAreFollowedUntilTheLinkIsLost()
{
    JobWatch watch(*m_client);
    QSignalSpy changed(&watch, &JobWatch::jobChanged);
    QSignalSpy reset(&watch, &JobWatch::wasReset);
    QCOMPARE(paramsOf(admin::method::kSubscribe).value(QLatin1String("stream")).toString(), QStringLiteral("jobs"));
    m_transport->say(R"({"method":"job","params":{"sub":"jobs","id":3,"kind":"kick","by":"ann","done":4,"gone":1,)"
                     R"("total":9,"state":"running","endsInMs":800,"text":"everybody"}})");
    m_transport->say(R"({"method":"job","params":{"sub":"other","id":4,"state":"running"}})");
    QCOMPARE(changed.size(), 1);
    const Job job = watch.jobs().value(3);
    QVERIFY(job.isRunning());
    QCOMPARE(job.done + job.gone, 5);
    QCOMPARE(job.endsInMs, 800);
    QString error = QStringLiteral("?");
    cancelJob(*m_client, 3, [&](const QString &text) { error = text; });
    QCOMPARE(paramsOf(QLatin1String("job.cancel")).value(QLatin1String("job")).toInt(), 3);
    m_transport->answer(last(QLatin1String("job.cancel")), "{}");
    QCOMPARE(error, QString());
    Q_EMIT m_transport->closed(Transport::Failure::None, {});
    QCOMPARE(reset.size(), 1);
    QVERIFY(watch.jobs().isEmpty());
}

void ActsTest::aTapTellsWhatPasses()
{
    Tap tap(*m_client);
    QVector<TapMessage> got;
    connect(&tap, &Tap::received, this, [&](const TapMessage &message) { got << message; });
    QSignalSpy opened(&tap, &Tap::opened);
    QSignalSpy ended(&tap, &Tap::ended);
    tap.open({ .topic = QStringLiteral("/x"), .form = QStringLiteral("mpegts"), .maxSeconds = 5 });
    const QJsonObject params = paramsOf(QLatin1String("tap.open"));
    const QByteArray name = params.value(QLatin1String("tap")).toString().toUtf8();
    QCOMPARE(params.value(QLatin1String("topic")).toString(), QStringLiteral("/x"));
    QVERIFY(!params.contains(QLatin1String("connection")) && !params.contains(QLatin1String("sample")));
    m_transport->answer(last(QLatin1String("tap.open")), R"({"tap":"t","id":1,"endsAt":99})");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(tap.endsAt(), 99);
    m_transport->say("{\"method\":\"tap.data\",\"params\":{\"tap\":\"" + name
                     + R"(","n":1,"at":5,"conn":7,"dir":"out","size":188,"kind":"binary","form":"mpegts",)"
                       R"("preview":"R0E=","lost":2}})");
    m_transport->say(R"({"method":"tap.data","params":{"tap":"another","n":1}})");
    QCOMPARE(got.size(), 1);
    QCOMPARE(got.front().preview, QByteArray("GA"));
    QVERIFY(!got.front().isIn && !got.front().isText && got.front().isMpegts);
    QCOMPARE(got.front().lost, 2u);
    m_transport->say("{\"method\":\"tap.end\",\"params\":{\"tap\":\"" + name + R"(","reason":"time"}})");
    QCOMPARE(ended.front().front().toString(), QStringLiteral("time"));
    QVERIFY(!tap.isOpen());
}

void ActsTest::aTapThatIsRefusedSaysWhy()
{
    Tap tap(*m_client);
    QSignalSpy failed(&tap, &Tap::failed);
    tap.open({ .connection = 7 });
    const auto id = m_transport->request(last(QLatin1String("tap.open"))).id;
    m_transport->say(admin::errorLine(id, { admin::ErrorClass::NotPermitted, QStringLiteral("off") }).chopped(1));
    QCOMPARE(failed.front().at(0).toString(), QStringLiteral("NotPermitted"));
    QCOMPARE(failed.front().at(1).toString(), QStringLiteral("off"));
    tap.open({ .connection = 7 }); // may be tried again
    QVERIFY(last(QLatin1String("tap.open")) > 0);
}

void ActsTest::aTapThatGoesIsClosed()
{
    {
        Tap tap(*m_client);
        tap.open({ .connection = 7 });
        m_transport->answer(last(QLatin1String("tap.open")), R"({"tap":"t","endsAt":99})");
        QCOMPARE(last(QLatin1String("tap.close")), -1);
    }
    QCOMPARE(paramsOf(QLatin1String("tap.close")).value(QLatin1String("tap")),
             paramsOf(QLatin1String("tap.open")).value(QLatin1String("tap")));
}

void ActsTest::aTapThatWentWhileItOpenedIsClosedWhenItIsOpen()
{
    {
        Tap tap(*m_client);
        tap.open({ .connection = 7 });
    }
    QCOMPARE(last(QLatin1String("tap.close")), -1);
    m_transport->answer(last(QLatin1String("tap.open")), R"({"tap":"t","endsAt":99})");
    QVERIFY(last(QLatin1String("tap.close")) > 0);
}

void ActsTest::openTapsAreAPictureAndItsChanges()
{
    OpenTaps taps(*m_client);
    QSignalSpy changed(&taps, &OpenTaps::changed);
    m_transport->say(
        R"({"method":"snapshot","params":{"sub":"taps","epoch":"e","seq":1,"part":0,)"
        R"("columns":["id","user","target","messages","new"],"rows":[[1,"ann","topic /x",3,0]],"more":false}})");
    QCOMPARE(taps.taps().value(1).target, QStringLiteral("topic /x"));
    m_transport->say(R"({"method":"delta","params":{"sub":"taps","epoch":"e","prev":1,"seq":2,)"
                     R"("set":[[2,"ben","connection 7",0,0]],"del":[1],"more":false}})");
    QCOMPARE(taps.taps().keys(), QList<quint64> { 2 });
    QCOMPARE(changed.size(), 2);
}

void ActsTest::denialsGiveAWordForUndo()
{
    DenyResult got;
    deny(*m_client, { .what = Denied::Network, .key = QStringLiteral("192.0.2.0/24"), .kicks = false },
         [&](const DenyResult &result) { got = result; });
    const QJsonObject params = paramsOf(admin::method::kDenyAdd);
    QCOMPARE(params.value(QLatin1String("cidr")).toString(), QStringLiteral("192.0.2.0/24"));
    QCOMPARE(params.value(QLatin1String("kick")).toBool(true), false);
    m_transport->answer(last(admin::method::kDenyAdd),
                        R"({"undo":"w","until":5000,"connections":[1,2],"isDurable":false})");
    QCOMPARE(got.undo, QStringLiteral("w"));
    QCOMPARE(got.connections, 2);
    QVERIFY(!got.isDurable);
    bool isUndone = false;
    undoAction(*m_client, got.undo, [&](const Reply &reply) { isUndone = reply.isOk(); });
    QCOMPARE(paramsOf(QLatin1String("action.undo")).value(QLatin1String("undo")).toString(), QStringLiteral("w"));
    m_transport->answer(last(QLatin1String("action.undo")), R"({"isDurable":true})");
    QVERIFY(isUndone);
}

void ActsTest::aDrainHasAJob()
{
    quint64 job = 0;
    startDrain(*m_client, 10min, [&](quint64 id, const QString &) { job = id; });
    QCOMPARE(paramsOf(QLatin1String("server.drain")).value(QLatin1String("deadlineMs")).toInt(), 600'000);
    m_transport->answer(last(QLatin1String("server.drain")), R"({"job":4,"endsAt":9,"connections":2})");
    QCOMPARE(job, 4u);
}

QTEST_GUILESS_MAIN(ActsTest)
#include "actstest.moc"
