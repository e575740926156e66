// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/restapi.h"

#include <QTest>

using namespace relay::client::host;

namespace {

const QByteArray kRule
    = R"({"id":"00","stream":"stream/large","destination":"wss://relay.example.org/in/x","token":"","file":""})";

RestReply post(Rules &rules, const char *path, const QByteArray &body)
{
    return answerRest(rules, "POST", path, body);
}

} // namespace

class TestHostRest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rules = std::make_unique<Rules>(); }

    void aDestinationIsEchoedWithAllFiveFields()
    {
        for (const char *method : { "POST", "PUT", "UPDATE" }) {
            const RestReply reply = answerRest(*m_rules, method, "/api/destinations", kRule);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.contentType, QByteArray("application/json"));
            QCOMPARE(reply.body, kRule);
        }
        const RestReply reply = post(*m_rules, "/api/destinations", R"({"ID":"1","Stream":"/video","extra":5})");
        QCOMPARE(reply.body, QByteArray(R"({"id":"1","stream":"video","destination":"","token":"","file":""})"));
    }

    void destinationsAreListedById()
    {
        QCOMPARE(get("/api/destinations/all"), QByteArray("{}"));
        post(*m_rules, "/api/destinations", kRule);
        QCOMPARE(get("/api/destinations/all"), "{\"00\":" + kRule + "}");
        QCOMPARE(get("/api/destinations/00"), kRule);
        QCOMPARE(get("/api/destinations/99"),
                 QByteArray(R"({"id":"","stream":"","destination":"","token":"","file":""})"));
    }

    void tokensAreKeptAndNotShown()
    {
        const QByteArray rule = R"({"id":"0","stream":"v","destination":"https://a","token":"ey.secret","file":""})";
        QVERIFY(!post(*m_rules, "/api/destinations", rule).body.contains("secret"));
        QVERIFY(!get("/api/destinations/all").contains("secret"));
        QVERIFY(!get("/api/destinations/0").contains("secret"));
        QCOMPARE(m_rules->destination(QStringLiteral("0"))->token, QStringLiteral("ey.secret"));
        post(*m_rules, "/api/destinations", get("/api/destinations/0")); // what was read may be written back
        QCOMPARE(m_rules->destination(QStringLiteral("0"))->token, QStringLiteral("ey.secret"));
    }

    void aHiddenTokenIsNotSentElsewhere();
    void aTokenFileIsShownWhereThereIsOne();

    void aDestinationIsDeletedAlsoWhenThereIsNone()
    {
        post(*m_rules, "/api/destinations", kRule);
        QCOMPARE(remove("/api/destinations/00"), QByteArray("\"00\""));
        QCOMPARE(remove("/api/destinations/00"), QByteArray("\"00\""));
        QVERIFY(m_rules->destinations().empty());
    }

    void allAreDeletedByEitherName()
    {
        for (const char *name : { "all", "deleteAll" }) {
            post(*m_rules, "/api/destinations", kRule);
            post(*m_rules, "/api/streams", R"({"stream":"s","feeds":["a"]})");
            QCOMPARE(remove(QByteArray("/api/destinations/") + name), QByteArray("\"deleteAll\""));
            QCOMPARE(remove(QByteArray("/api/streams/") + name), QByteArray("\"deleteAll\""));
            QVERIFY(m_rules->destinations().empty());
            QVERIFY(m_rules->streams().empty());
        }
    }

    void theReservedNameIsEchoedAndNotAdded()
    {
        QCOMPARE(post(*m_rules, "/api/destinations", R"({"id":"deleteAll"})").status, 200);
        QVERIFY(m_rules->destinations().empty());
    }

    void streamsAreEchoedListedAndDeleted()
    {
        QCOMPARE(post(*m_rules, "/api/streams", R"({"stream":"/stream/large","feeds":["audio","video0"]})").body,
                 QByteArray(R"({"stream":"stream/large","feeds":["audio","video0"]})"));
        QCOMPARE(get("/api/streams/all"), QByteArray(R"({"stream/large":["audio","video0"]})"));
        QCOMPARE(get("/api/streams/stream/large"), QByteArray(R"(["audio","video0"])"));
        QCOMPARE(remove("/api/streams/stream/large"), QByteArray("\"stream/large\""));
        const RestReply gone = answerRest(*m_rules, "GET", "/api/streams/stream/large", {});
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.body, QByteArray("Stream not found\n"));
    }

    void badBodiesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             { "", "{", "[]", "5", R"({"id":5})", R"({"stream":"s","feeds":"a"})", R"({"stream":"s","feeds":[1]})" })
            QTest::newRow(body) << QByteArray(body);
    }

    void badBodiesChangeNothing()
    {
        QFETCH(QByteArray, body);
        const char *path = body.contains("feeds") ? "/api/streams" : "/api/destinations";
        const RestReply reply = post(*m_rules, path, body);
        QCOMPARE(reply.status, 500);
        QVERIFY(reply.body.size() > 1);
        QVERIFY(m_rules->destinations().empty());
        QVERIFY(m_rules->streams().empty());
    }

    void healthAndTheBaseAnswer()
    {
        QCOMPARE(get("/healthcheck"), QByteArray("\"ok\"\n"));
        QCOMPARE(get("/api"), QByteArray());
    }

    void otherPathsAndMethodsAreRefused()
    {
        QCOMPARE(answerRest(*m_rules, "GET", "/api/nothing", {}).status, 404);
        QCOMPARE(answerRest(*m_rules, "GET", "/api/destinations/a b", {}).status, 404);
        QCOMPARE(answerRest(*m_rules, "GET", "/api/destinations/", {}).status, 404);
        QCOMPARE(answerRest(*m_rules, "GET", "/api/destinationsx/1", {}).status, 404);
        QCOMPARE(answerRest(*m_rules, "GET", "/api/destinations", {}).status, 405);
        QCOMPARE(answerRest(*m_rules, "PATCH", "/api/streams/s", {}).allow, QByteArray("GET, DELETE"));
    }

private:
    QByteArray get(const QByteArray &path) { return answerRest(*m_rules, "GET", path, {}).body; }
    QByteArray remove(const QByteArray &path) { return answerRest(*m_rules, "DELETE", path, {}).body; }

    std::unique_ptr<Rules> m_rules;
};

void TestHostRest::aHiddenTokenIsNotSentElsewhere()
{
    const QByteArray start = R"({"id":"0","stream":"v","destination":"https:)";
    post(*m_rules, "/api/destinations", start + R"(//a","token":"ey.secret"})");
    post(*m_rules, "/api/destinations", start + R"(//b","token":"***"})");
    QCOMPARE(m_rules->destination(QStringLiteral("0"))->token, QString());
}

void TestHostRest::aTokenFileIsShownWhereThereIsOne()
{
    const QByteArray rule
        = R"({"id":"0","stream":"v","destination":"https://a","token":"","file":"","tokenFile":"/run/t"})";
    QCOMPARE(post(*m_rules, "/api/destinations", rule).body, rule);
    QCOMPARE(get("/api/destinations/0"), rule);
}

QTEST_GUILESS_MAIN(TestHostRest)
#include "tst_hostrest.moc"
