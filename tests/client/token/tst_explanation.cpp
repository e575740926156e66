// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/explanation.h"

#include <QTest>

using namespace relay::client::token;
using relay::token::Claims;

namespace {

constexpr std::int64_t kNowMs = 1'700'000'000'000;

Claims sample()
{
    Claims claims;
    claims.topic = QStringLiteral("lab");
    claims.prefix = QStringLiteral("session");
    claims.scopes = { QStringLiteral("read"), QStringLiteral("expt") };
    claims.audience = { QStringLiteral("https://lab.example/access") };
    claims.notBefore = kNowMs / 1000 - 1;
    claims.expiresAt = kNowMs / 1000 + 60;
    return claims;
}

} // namespace

class TestExplanation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsAllowedForWhomAndUntilWhen()
    {
        const QString text = explained(sample(), kNowMs);
        for (const char *part : { "lab", "https://lab.example/access", "read: gets what others send", "expt",
                                  "until 2023-11-14T22:14:20Z, for another 1 min", "(none)" })
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void saysWhenItIsOverOrHasNotBegun()
    {
        QVERIFY(explained(sample(), kNowMs + 60'000).contains(QStringLiteral("has expired")));
        QVERIFY(explained(sample(), kNowMs - 2'000).contains(QStringLiteral("not yet")));
    }

    void saysWhoseItIsWhenThereIsASecret()
    {
        const QByteArray token = relay::token::mint(sample(), "the secret of the relay");
        const auto unchecked = explained(token, {}, kNowMs);
        QVERIFY(unchecked->text.contains(QStringLiteral("not checked")) && !unchecked->isRefused);
        const auto own = explained(token, { "the secret of the relay" }, kNowMs);
        QVERIFY(own->text.contains(QStringLiteral("is of this secret")) && !own->isRefused);
        const auto foreign = explained(token, { "another secret" }, kNowMs);
        QVERIFY(foreign->text.contains(QStringLiteral("is NOT of")) && foreign->isRefused);
        QVERIFY(explained(token + '\n', { "the secret of the relay" }, kNowMs)->text.contains(u"is of this"));
        QVERIFY(!explained(token, { "the secret of the relay" }, kNowMs + 600'000)->isRefused); // its time is over, only
    }

    void whatNoRelayTakesIsNeverSaidToBeSigned_data()
    {
        QTest::addColumn<QByteArray>("token");
        constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        const QByteArray good = relay::token::mint(sample(), "the secret of the relay");
        const QByteArrayList parts = good.split('.');
        const auto under = [&](const char *header) {
            return QByteArray(QByteArray(header).toBase64(kBase64) + '.' + parts.at(1) + '.' + parts.at(2));
        };
        QTest::newRow("unsigned") << QByteArray(QByteArray(R"({"alg":"none"})").toBase64(kBase64) + '.' + parts.at(1)
                                                + '.');
        QTest::newRow("another algorithm") << under(R"({"alg":"RS256"})");
        QTest::newRow("crit") << under(R"({"alg":"HS256","crit":["exp"]})");
        QTest::newRow("padded") << QByteArray(good + '=');
        Claims large = sample();
        large.topic = QString(9000, u'x');
        QTest::newRow("too long") << relay::token::mint(large, "another secret");
    }

    void whatNoRelayTakesIsNeverSaidToBeSigned()
    {
        QFETCH(QByteArray, token);
        for (const std::vector<QByteArray> &secrets : { std::vector<QByteArray>(), { "the secret of the relay" } }) {
            const auto told = explained(token, secrets, kNowMs);
            QVERIFY(told && told->isRefused);
            QVERIFY(told->text.contains(QStringLiteral("refused by every relay")));
            QVERIFY(!told->text.contains(QStringLiteral("signature")));
        }
    }

    void oneWithoutAnEndIsNotCalledValid()
    {
        Claims claims = sample();
        claims.expiresAt.reset();
        QVERIFY(explained(claims, kNowMs).contains(QStringLiteral("refused, as it would never end")));
    }

    void nonsenseIsNoToken()
    {
        for (const QByteArray &nonsense : { QByteArray(), QByteArray("a.b"), QByteArray("a.b.c"), QByteArray("....") })
            QVERIFY(!explained(nonsense, {}, kNowMs));
    }

    void whatOthersChoseCannotWriteToTheTerminal()
    {
        Claims claims = sample();
        claims.topic = QStringLiteral("lab\x1b[31m\nscope     relay:admin");
        const QString text = explained(claims, kNowMs);
        QVERIFY(!text.contains(u'\x1b'));
        QCOMPARE(text.count(u'\n'), explained(sample(), kNowMs).count(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
