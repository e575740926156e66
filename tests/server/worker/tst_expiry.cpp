// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolworld.h"

#include <QTest>

using namespace relay;
using namespace relay::tests;
using Purpose = worker::Arrival::Purpose;

namespace {

constexpr std::int64_t kStart = 1'700'000'000'000; // ms since the epoch
constexpr char k101[] = "\r\n\r\n";

} // namespace

class ExpiryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_wallMs = kStart;
        worker::PoolOptions options;
        options.wallMs = [this] { return m_wallMs.load(); };
        m_world = std::make_unique<PoolWorld>(options);
    }
    void cleanup() { m_world.reset(); }

    void endsWhenItsTokenDoesAndOthersStay();
    void clockThatIsPutForwardEndsWhatIsOverByIt();
    void clockThatIsPutBackSparesWhatIsNotOverByIt();
    void tokenThatIsOverAlreadyEndsAtOnce();
    void streamOverHttpIsAnsweredWith401();
    void endsWithinASecondByTheClockOfTheMachine();

private:
    std::unique_ptr<Client> connectUntil(std::int64_t expiresAt)
    {
        auto client = m_world->connectClient({ .expiresAt = expiresAt });
        return client->waitFor(k101) ? std::move(client) : nullptr;
    }
    //! It still answers.
    static bool isAlive(Client &client)
    {
        client.send(std::string_view("\x89\x81\0\0\0\0?", 7)); // a ping
        return client.waitFor(std::string_view("\x8a\x01?", 3));
    }

    std::atomic<std::int64_t> m_wallMs;
    std::unique_ptr<PoolWorld> m_world;
};

void ExpiryTest::endsWhenItsTokenDoesAndOthersStay()
{
    const auto soon = connectUntil(kStart + 60'000);
    const auto later = connectUntil(kStart + 60'001);
    const auto never = connectUntil(0);
    QVERIFY(soon && later && never);
    m_wallMs = kStart + 60'000;
    QVERIFY(soon->isClosedWith(4401, "token expired"));
    QVERIFY(isAlive(*later));
    m_wallMs = kStart + 60'001;
    QVERIFY(later->isClosedWith(4401, "token expired"));
    QVERIFY(isAlive(*never));
    QTRY_COMPARE(m_world->storyOf(soon->id), (std::vector<std::string> { "opened", "closed 4401" }));
}

void ExpiryTest::clockThatIsPutForwardEndsWhatIsOverByIt()
{
    const auto client = connectUntil(kStart + 3'600'000);
    const auto never = connectUntil(0);
    QVERIFY(client && never);
    m_wallMs = kStart + 24LL * 3600 * 1000;
    QVERIFY(client->isClosedWith(4401, "token expired"));
    QVERIFY(isAlive(*never));
}

void ExpiryTest::clockThatIsPutBackSparesWhatIsNotOverByIt()
{
    const auto client = connectUntil(kStart + 1000);
    const auto past = connectUntil(kStart - 10'000);
    QVERIFY(client && past);
    m_wallMs = kStart - 9'000;
    QVERIFY(past->isClosedWith(4401, "token expired")); // so the workers have looked
    QVERIFY(isAlive(*client));
    m_wallMs = kStart + 1000;
    QVERIFY(client->isClosedWith(4401, "token expired"));
}

void ExpiryTest::tokenThatIsOverAlreadyEndsAtOnce()
{
    const auto client = m_world->connectClient({ .expiresAt = kStart - 1 });
    QVERIFY(client->isClosedWith(4401, "token expired"));
}

void ExpiryTest::streamOverHttpIsAnsweredWith401()
{
    const auto client
        = m_world->connectClient({ .purpose = Purpose::Ingest, .mayRead = false, .expiresAt = kStart + 1000 });
    QTRY_VERIFY(m_world->workerOf(client->id) >= 0);
    m_wallMs = kStart + 1000;
    QVERIFY(client->waitForEnd());
    QVERIFY(client->received.starts_with("HTTP/1.1 401 "));
    QVERIFY(client->received.find("\r\nWWW-Authenticate: Bearer\r\n") != std::string::npos);
    QVERIFY(client->received.find("token expired") != std::string::npos);
    client->disconnect();
    QTRY_COMPARE(m_world->goneCount(client->id), 1);
}

void ExpiryTest::endsWithinASecondByTheClockOfTheMachine()
{
    PoolWorld world;
    const std::int64_t until = loop::wallMs() + 300;
    const auto client = world.connectClient({ .expiresAt = until });
    QVERIFY(client->waitFor("token expired"));
    const std::int64_t late = loop::wallMs() - until;
    const int slowness = std::max(1, qEnvironmentVariableIntValue("RELAY_TEST_SLOWNESS"));
    QVERIFY2(late >= 0 && late < 1000 * slowness, qPrintable(QString::number(late)));
}

QTEST_GUILESS_MAIN(ExpiryTest)
#include "tst_expiry.moc"
