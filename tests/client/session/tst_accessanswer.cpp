// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/accessanswer.h"

#include <QTest>

using namespace relay::client::session;

namespace {

//! Where it leads, or nothing.
QString redirected(const char *from, const char *location)
{
    const auto to = redirectFrom(QUrl(QString::fromLatin1(from)), location);
    return std::holds_alternative<QUrl>(to) ? std::get<QUrl>(to).toString() : QString();
}

} // namespace

class TestAccessAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAddressIsFound()
    {
        QCOMPARE(uriIn("{\"uri\":\"wss://h/session/x?code=1\"}\n"), QStringLiteral("wss://h/session/x?code=1"));
        for (const char *other : { "", "\"text\"", "{\"code\":401}", "{\"uri\":5}", "[]" })
            QVERIFY(uriIn(other).isEmpty());
    }

    void errorsSayWhatIsWrong()
    {
        QCOMPARE(messageIn("{\"code\":401,\"message\":\"token invalid\"}"), QStringLiteral("token invalid"));
        QCOMPARE(messageIn("\"Token Wrong Topic\"\n"), QStringLiteral("Token Wrong Topic"));
        QCOMPARE(messageIn("Not Found\n"), QStringLiteral("Not Found"));
        QVERIFY(messageIn("<html>nginx</html>").isEmpty());
        QVERIFY(messageIn(QByteArray(5000, 'x')).size() <= 300);
    }

    void aRefusedTokenIsToldFromAServerInTrouble()
    {
        for (const int status : { 400, 401, 403, 404, 407, 410, 422 })
            QVERIFY(isRefusal(status, {}));
        for (const int status : { 0, 101, 200, 302, 408, 429, 500, 502, 503 })
            QVERIFY(!isRefusal(status, {}));
        // As servers of before say it.
        QVERIFY(isRefusal(500, QStringLiteral("token invalid")));
        QVERIFY(isRefusal(500, QStringLiteral("aud [a b] does not match this host c")));
        QVERIFY(!isRefusal(500, QStringLiteral("disk full")));
        QVERIFY(!isRefusal(502, QStringLiteral("token invalid")));
    }

    void timesToComeBackAreRead()
    {
        QCOMPARE(parseRetryAfter("30"), 30);
        QCOMPARE(parseRetryAfter("99999999999"), 3600);
        for (const char *nonsense : { "", "soon", "-5", "0", "Fri, 31 Dec 1999 23:59:59 GMT" })
            QCOMPARE(parseRetryAfter(nonsense), 0);
    }

    void redirectsStayWhereTheTokenBelongs()
    {
        QCOMPARE(redirected("https://h/a", "/b?c=1"), QStringLiteral("https://h/b?c=1"));
        QCOMPARE(redirected("https://h/a", "https://h:443/b"), QStringLiteral("https://h:443/b"));
        QCOMPARE(redirected("http://h:8080/a", "https://h/a"), QStringLiteral("https://h/a"));
        for (const char *elsewhere : { "https://other/a", "http://h/a", "https://h:444/a", "//other/a", "ftp://h/a",
                                       "https://user@h/a", "https://" })
            QVERIFY2(redirected("https://h/a", elsewhere).isEmpty(), elsewhere);
    }

    void onlySomeAnswersAreRedirects()
    {
        for (const int status : { 301, 302, 307, 308 })
            QVERIFY(isRedirect(status));
        for (const int status : { 200, 300, 303, 304, 401 })
            QVERIFY(!isRedirect(status));
    }
};

QTEST_GUILESS_MAIN(TestAccessAnswer)
#include "tst_accessanswer.moc"
