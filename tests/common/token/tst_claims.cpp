// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/claims.h"
#include "common/token/jsonkeys.h"

#include <QTest>

using namespace relay::token;

namespace {

//! Easier to read here with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Claims sample()
{
    return { .bookingId = QStringLiteral("xxx000"),
             .topic = QStringLiteral("expt00"),
             .prefix = QStringLiteral("session"),
             .scopes = { QStringLiteral("read"), QStringLiteral("write") },
             .audience = { QStringLiteral("https://example.com") },
             .expiresAt = 1658308108,
             .notBefore = 1658307108,
             .issuedAt = 1658306108 };
}

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areWrittenInTheOrderThatExistingServersUse()
    {
        QCOMPARE(toJson(sample()),
                 json("{'booking_id':'xxx000','topic':'expt00','prefix':'session','scopes':['read','write'],"
                      "'aud':['https://example.com'],'exp':1658308108,'nbf':1658307108,'iat':1658306108}"));
    }

    void escapeWhatExistingServersEscape()
    {
        Claims claims;
        claims.topic = QStringLiteral("a&b");
        claims.scopes = { QStringLiteral("<x>"), QStringLiteral("\u2028\u2029") };
        const QByteArray text = toJson(claims);
        QVERIFY(text.contains(json(R"('topic':'a\u0026b')")));
        QVERIFY(text.contains(json(R"('scopes':['\u003cx\u003e','\u2028\u2029'])")));
        QCOMPARE(claimsFromJson(text), std::optional(claims));
    }

    void ofABookingNothingIsWrittenForSshUnlessThereIsOne()
    {
        Claims claims;
        claims.prefix = QStringLiteral("connect");
        QVERIFY(!toJson(claims).contains("booking_id"));
        claims.bookingId = QStringLiteral("b7");
        QVERIFY(toJson(claims).startsWith(json("{'booking_id':'b7','topic':")));
        claims = {};
        QVERIFY(toJson(claims).startsWith(json("{'booking_id':'','topic':")));
    }

    void theAudienceIsComparedWhole()
    {
        const auto list = claimsFromJson(json("{'aud':['https://a','https://b/access']}"));
        QVERIFY(list);
        QVERIFY(list->isFor(u"https://a") && list->isFor(u"https://b/access"));
        for (const auto *other : { u"https://b", u"https://b/access/", u"HTTPS://a", u"https://a:443", u"" })
            QVERIFY(!list->isFor(other));
        QVERIFY(claimsFromJson(json("{'aud':'https://a'}"))->isFor(u"https://a"));
        QVERIFY(!claimsFromJson(json("{'aud':'https://a https://b'}"))->isFor(u"https://a"));
    }

    void audienceMayBeOneStringForOldServers()
    {
        QVERIFY(toJson(sample(), AudienceForm::String).contains(json("'aud':'https://example.com',")));
        QCOMPARE(claimsFromJson(toJson(sample(), AudienceForm::String)), std::optional(sample()));
    }

    void theIdOfATokenIsWrittenOnlyWhereThereIsOne()
    {
        QVERIFY(!toJson(sample()).contains("jti"));
        Claims claims = sample();
        claims.id = QStringLiteral("a1");
        QVERIFY(toJson(claims).endsWith(json(",'jti':'a1'}")));
        QCOMPARE(claimsFromJson(toJson(claims)), std::optional(claims));
        QVERIFY(!claimsFromJson(json("{'jti':17}"))); // RFC 7519, section 4.1.7: a string
    }

    void areReadBack() { QCOMPARE(claimsFromJson(toJson(sample())), std::optional(sample())); }

    void fractionsOfSecondsAreCutOff()
    {
        const auto claims = claimsFromJson(json("{'exp':1658308108.9,'nbf':1e9,'iat':-0.5}"));
        QVERIFY(claims);
        QCOMPARE(*claims->expiresAt, std::int64_t(1658308108));
        QCOMPARE(*claims->notBefore, std::int64_t(1000000000));
        QCOMPARE(*claims->issuedAt, std::int64_t(-1));
    }

    void whatIsAbsentOrNullIsEmpty()
    {
        const auto claims = claimsFromJson(json("{'aud':null,'exp':null,'other':{'a':1}}"));
        QVERIFY(claims);
        QCOMPARE(*claims, Claims());
    }

    void wrongTypesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "",
                                  "[]",
                                  "5",
                                  "{",
                                  "{'topic':5}",
                                  "{'booking_id':[]}",
                                  "{'scopes':'read'}",
                                  "{'scopes':['read',5]}",
                                  "{'aud':5}",
                                  "{'aud':[['x']]}",
                                  "{'exp':'1658308108'}",
                                  "{'exp':1e400}",
                                  "{'exp':-1e400}",
                                  "{'exp':1e300}",
                                  "{'exp':9223372036854775807}",
                                  "{'exp':9223372036854775808}",
                                  "{'exp':-9223372036854775809}",
                                  "{'nbf':true}",
                                  "{'nbf':1e15}",
                                  "{'iat':{}}",
                                  "{'iat':01}",
                                  "{'exp':1,}",
                                  "{'a':'\x01'}" })
            QTest::newRow(text) << json(text);
    }

    void wrongTypesAreRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!claimsFromJson(text));
    }

    void repeatedKeysAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRepeated");
        QTest::newRow("none") << (json("{'alg':'HS256','typ':'JWT'}")) << false;
        QTest::newRow("as a value") << (json("{'alg':'alg','typ':'alg'}")) << false;
        QTest::newRow("further in") << (json("{'alg':'HS256','x':{'alg':1},'y':['alg',{'alg':2}]}")) << false;
        QTest::newRow("twice") << (json("{'alg':'none','typ':'JWT','alg':'HS256'}")) << true;
        QTest::newRow("behind an object") << (json("{'alg':1,'x':{'y':[{}]},'alg':2}")) << true;
        QTest::newRow("with an escape") << (json("{'alg':1,'\\u0061lg':2}")) << true;
        QTest::newRow("quotes in a value") << (json("{'a':'\\'b\\':','b':1}")) << false;
    }

    void repeatedKeysAreFound()
    {
        QFETCH(QByteArray, text);
        QTEST(hasRepeatedKey(text), "isRepeated");
    }
};

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
