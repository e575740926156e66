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
                                  "until 2023-11-14T22:14:20Z, 60 s from now", "(none)" })
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
        QVERIFY(explained(token, {}, kNowMs)->contains(QStringLiteral("not checked")));
        QVERIFY(explained(token, { "the secret of the relay" }, kNowMs)->contains(QStringLiteral("is of this secret")));
        QVERIFY(explained(token, { "another secret" }, kNowMs)->contains(QStringLiteral("is NOT of")));
        QVERIFY(explained(token + '\n', { "the secret of the relay" }, kNowMs)->contains(QStringLiteral("is of this")));
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
