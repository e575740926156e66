// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/jwt.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace relay::token;

namespace {

//! Easier to read here with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr std::int64_t kNow = 1'700'000'000'000; // ms
constexpr std::int64_t kNowSeconds = kNow / 1000;
const QByteArray kSecret = "some_secret";
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Acceptance accepting(std::vector<QByteArray> secrets = { kSecret })
{
    return { .secrets = std::move(secrets) };
}

//! Signed by Qt, independently of what is tested.
QByteArray signedToken(const QByteArray &header, const QByteArray &payload, const QByteArray &secret = kSecret,
                       QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray data = header.toBase64(kBase64) + '.' + payload.toBase64(kBase64);
    return data + '.' + QMessageAuthenticationCode::hash(data, secret, hash).toBase64(kBase64);
}

QByteArray tokenOf(const QByteArray &payload)
{
    return signedToken(json("{'alg':'HS256','typ':'JWT'}"), payload);
}

QByteArray wordOf(const std::variant<Claims, Fault> &result)
{
    const auto *fault = std::get_if<Fault>(&result);
    return fault ? wordFor(*fault).toByteArray() : QByteArray("valid");
}

QByteArray wordOf(QByteArrayView token, const Acceptance &acceptance = accepting(), std::int64_t now = kNow)
{
    return wordOf(verify(token, acceptance, now));
}

Claims goldenClaims(const QString &topic)
{
    Claims claims;
    claims.topic = topic;
    claims.prefix = QStringLiteral("session");
    return claims;
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mintsWhatExistingServersMint()
    {
        Claims claims = goldenClaims(QStringLiteral("expt00"));
        claims.bookingId = QStringLiteral("xxx000");
        claims.scopes = { QStringLiteral("read"), QStringLiteral("write") };
        claims.audience = { QStringLiteral("https://example.com") };
        claims.issuedAt = 1658306108;
        claims.notBefore = 1658307108;
        claims.expiresAt = 1658308108;
        QVERIFY(mint(claims, "some_secret").endsWith(".H93xnfopLhc8UGLqFsX5foP2MPmZohb8WtuojbP3ORQ"));
        QVERIFY(mint(claims, "some_secret").startsWith("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."));
    }

    void mintsWhatTheExistingMonitorMints()
    {
        Claims claims = goldenClaims(QStringLiteral("canary-st-data"));
        claims.bookingId = QStringLiteral("relay-monitor");
        claims.scopes = { QStringLiteral("read"), QStringLiteral("write") };
        claims.audience = { QStringLiteral("https://app.practable.io/ed0/access") };
        claims.issuedAt = 1658306108;
        claims.notBefore = 1658306107;
        claims.expiresAt = 1658306108;
        QVERIFY(mint(claims, "xxx000").endsWith(".ScP6fv_ddXs0iQ2WY6oMGafgTKv7bZsp_0sVbHe7CNY"));
    }

    void mintsWhatTheExistingSshRelayMints()
    {
        Claims claims = goldenClaims(QStringLiteral("f7558de0-cb0d-4cb5-9518-ac71d044800b"));
        claims.prefix = QStringLiteral("connect");
        claims.scopes = { QStringLiteral("host") };
        claims.audience = { QStringLiteral("https://relay-access.example.io") };
        claims.issuedAt = 1609329233;
        claims.notBefore = 1609329233;
        claims.expiresAt = 1609330233;
        QVERIFY(mint(claims, "somesecret").endsWith(".AkwDAejQx2_5WJpOxbGLQqAV_6oGlBs1hFTaL4WKu8o"));
    }

    void aTokenOfItsOwnIsValid()
    {
        for (const Algorithm algorithm : { Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512 }) {
            Claims claims = goldenClaims(QStringLiteral("lab"));
            claims.expiresAt = kNowSeconds + 10;
            const auto result = verify(mint(claims, kSecret, AudienceForm::Array, algorithm), accepting(), kNow);
            QVERIFY(std::holds_alternative<Claims>(result));
            QCOMPARE(std::get<Claims>(result), claims);
        }
    }

    void otherAlgorithmsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("word");
        for (const char *name : { "none", "None", "NONE", "", "hs256", "HS255", "RS256", "ES256", "PS256", "EdDSA" })
            QTest::newRow(name) << QByteArray(json("{'alg':'") + QByteArray(name) + json("'}"))
                                << QByteArray("algorithm");
        QTest::newRow("no alg") << QByteArray(json("{'typ':'JWT'}")) << QByteArray("malformed");
        QTest::newRow("number") << QByteArray(json("{'alg':256}")) << QByteArray("malformed");
        QTest::newRow("list") << QByteArray(json("{'alg':['HS256']}")) << QByteArray("malformed");
        QTest::newRow("twice") << QByteArray(json("{'alg':'HS256','alg':'none'}")) << QByteArray("malformed");
        QTest::newRow("twice, escaped") << QByteArray(json("{'alg':'HS256','\\u0061lg':'none'}"))
                                        << QByteArray("malformed");
        QTest::newRow("crit") << QByteArray(json("{'alg':'HS256','crit':['exp']}")) << QByteArray("malformed");
        QTest::newRow("crit, null") << QByteArray(json("{'alg':'HS256','crit':null}")) << QByteArray("malformed");
        QTest::newRow("not strict") << QByteArray(json("{'alg':'HS256','x':.5}")) << QByteArray("malformed");
        QTest::newRow("escaped value") << QByteArray(json("{'alg':'\\u0048S256'}")) << QByteArray("valid");
        QTest::newRow("no JSON") << QByteArray("alg=HS256") << QByteArray("malformed");
        QTest::newRow("array") << QByteArray(json("['HS256']")) << QByteArray("malformed");
    }

    void otherAlgorithmsAreRefused()
    {
        QFETCH(QByteArray, header);
        QTEST(wordOf(signedToken(header, "{}")), "word");
    }

    void onlyAllowedAlgorithmsAreTaken()
    {
        Acceptance narrow = accepting();
        narrow.algorithms = { Algorithm::Hs512 };
        QCOMPARE(wordOf(tokenOf("{}"), narrow), QByteArray("algorithm"));
        QCOMPARE(wordOf(mint({}, kSecret, AudienceForm::Array, Algorithm::Hs512), narrow), QByteArray("valid"));
    }

    void theNameOfTheAlgorithmDecidesNothingButTheHash()
    {
        const QByteArray header = json("{'alg':'HS512'}");
        QCOMPARE(wordOf(signedToken(header, "{}")), QByteArray("signature"));
        QCOMPARE(wordOf(signedToken(header, "{}", kSecret, QCryptographicHash::Sha512)), QByteArray("valid"));
    }

    void typIsIgnored()
    {
        QCOMPARE(wordOf(signedToken(json("{'alg':'HS256','typ':'banana'}"), "{}")), QByteArray("valid"));
    }

    void aForgedTokenIsRefused()
    {
        const QByteArray token = tokenOf(json("{'topic':'lab'}"));
        QCOMPARE(wordOf(token, accepting({ "another_secret" })), QByteArray("signature"));
        QByteArray forged = token;
        const QByteArrayList parts = token.split('.');
        forged = parts.at(0) + '.' + QByteArray(json("{'topic':'lab2'}")).toBase64(kBase64) + '.' + parts.at(2);
        QCOMPARE(wordOf(forged), QByteArray("signature"));
        QCOMPARE(wordOf(QByteArray(parts.at(0) + '.' + parts.at(1) + '.')), QByteArray("signature"));
    }

    void nothingIsValidWithoutASecret()
    {
        QCOMPARE(wordOf(tokenOf("{}"), accepting({})), QByteArray("signature"));
        QCOMPARE(wordOf(signedToken(json("{'alg':'HS256'}"), "{}", ""), accepting({ "" })), QByteArray("signature"));
    }

    void eitherOfTwoSecretsFits()
    {
        const QByteArray header = json("{'alg':'HS256'}");
        const Acceptance both = accepting({ "new_secret", "old_secret" });
        QCOMPARE(wordOf(signedToken(header, "{}", "old_secret"), both), QByteArray("valid"));
        QCOMPARE(wordOf(signedToken(header, "{}", "new_secret"), both), QByteArray("valid"));
        QCOMPARE(wordOf(signedToken(header, "{}", "older_secret"), both), QByteArray("signature"));
    }

    void malformedTokensAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = tokenOf(json("{'topic':'lab'}"));
        const QByteArrayList parts = good.split('.');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one part") << parts.at(0);
        QTest::newRow("two parts") << QByteArray(parts.at(0) + '.' + parts.at(1));
        QTest::newRow("four parts") << QByteArray(good + ".x");
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("no header") << QByteArray('.' + parts.at(1) + '.' + parts.at(2));
        QTest::newRow("signed, no payload") << tokenOf("");
        QTest::newRow("blank before") << QByteArray(' ' + good);
        QTest::newRow("newline behind") << QByteArray(good + '\n');
        QTest::newRow("padding") << QByteArray(good + '=');
        QTest::newRow("padded header") << QByteArray(parts.at(0) + "==." + parts.at(1) + '.' + parts.at(2));
        QTest::newRow("plain base64") << QByteArray(parts.at(0) + '.' + parts.at(1) + ".+/+/");
        QTest::newRow("not ASCII") << QByteArray(parts.at(0) + '.' + parts.at(1) + ".\xc3\xa9");
        QTest::newRow("NUL") << QByteArray(good + QByteArray(1, '\0'));
        QTest::newRow("payload no JSON") << tokenOf("hello");
        QTest::newRow("payload array") << tokenOf("[]");
        QTest::newRow("payload not strict") << tokenOf("{\"topic\":\"a\nb\"}");
        QTest::newRow("huge number") << tokenOf(json("{'exp':1e400}"));
        QTest::newRow("wrong type") << tokenOf(json("{'exp':'soon'}"));
    }

    void malformedTokensAreRefused()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(wordOf(token), QByteArray("malformed"));
    }

    void bitsBehindTheLastByteAreRefused()
    {
        // Each part has bits too many in its last character: 16, 2 and 32 bytes. Signed as it stands, bits included.
        const QByteArray header = QByteArray(json("{'alg':'HS256'} ")).toBase64(kBase64);
        const QByteArray payload = QByteArray("{}").toBase64(kBase64);
        const auto token = [](const QByteArray &data) {
            const QByteArray mac = QMessageAuthenticationCode::hash(data, kSecret, QCryptographicHash::Sha256);
            return QByteArray(data + '.' + mac.toBase64(kBase64));
        };
        const auto withBits = [](QByteArray part) { // canonical ones are followed by one that is not
            part.back() = part.back() == 'Z' ? 'a' : char(part.back() + 1);
            return part;
        };
        QCOMPARE(wordOf(token(header + '.' + payload)), QByteArray("valid"));
        QCOMPARE(wordOf(token(withBits(header) + '.' + payload)), QByteArray("malformed"));
        QCOMPARE(wordOf(token(header + '.' + withBits(payload))), QByteArray("malformed"));
        QCOMPARE(wordOf(withBits(token(header + '.' + payload))), QByteArray("malformed"));
    }

    void fractionsOfADateAreCutOff()
    {
        const auto second = [](const char *claim, const char *fraction) {
            return tokenOf(json("{'") + QByteArray(claim) + json("':") + QByteArray::number(qint64(kNowSeconds))
                           + QByteArray(fraction) + '}');
        };
        QCOMPARE(wordOf(second("exp", ".999")), QByteArray("expired"));
        QCOMPARE(wordOf(second("nbf", ".999")), QByteArray("valid"));
        QCOMPARE(wordOf(second("iat", ".999")), QByteArray("valid"));
    }

    void theFractionOfTheClockCounts()
    {
        const QByteArray token = tokenOf(json("{'exp':") + QByteArray::number(qint64(kNowSeconds)) + '}');
        QCOMPARE(wordOf(token, accepting(), kNow - 1), QByteArray("valid"));
        QCOMPARE(wordOf(token, accepting(), kNow), QByteArray("expired"));
    }

    void tokensHaveALimit()
    {
        const auto ofSize = [](qsizetype size) {
            QByteArray token;
            for (qsizetype fill = size * 3 / 4 - 120; token.size() < size; ++fill)
                token = tokenOf(json("{'x':'") + QByteArray(fill, 'x') + json("'}"));
            return token;
        };
        const QByteArray longest = ofSize(kMaxToken);
        QCOMPARE(longest.size(), kMaxToken);
        QCOMPARE(wordOf(longest), QByteArray("valid"));
        QCOMPARE(wordOf(ofSize(kMaxToken + 1)), QByteArray("too_long"));
    }

    void timesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("leeway");
        QTest::addColumn<QByteArray>("word");
        const auto at = [](const char *claim, std::int64_t offset) {
            return QByteArray(json("{'") + QByteArray(claim) + json("':")
                              + QByteArray::number(qint64(kNowSeconds + offset)) + '}');
        };
        QTest::newRow("expires later") << at("exp", 1) << 0 << QByteArray("valid");
        QTest::newRow("expires now") << at("exp", 0) << 0 << QByteArray("expired");
        QTest::newRow("expired, in the leeway") << at("exp", -9) << 10 << QByteArray("valid");
        QTest::newRow("expired at the leeway") << at("exp", -10) << 10 << QByteArray("expired");
        QTest::newRow("from now") << at("nbf", 0) << 0 << QByteArray("valid");
        QTest::newRow("from later") << at("nbf", 1) << 0 << QByteArray("not_yet_valid");
        QTest::newRow("from later, in the leeway") << at("nbf", 10) << 10 << QByteArray("valid");
        QTest::newRow("from after the leeway") << at("nbf", 11) << 10 << QByteArray("not_yet_valid");
        QTest::newRow("issued now") << at("iat", 0) << 0 << QByteArray("valid");
        QTest::newRow("issued later") << at("iat", 1) << 0 << QByteArray("issued_in_future");
        QTest::newRow("no times") << QByteArray("{}") << 0 << QByteArray("valid");
        QTest::newRow("huge") << QByteArray(json("{'exp':999999999999999}")) << 60 << QByteArray("valid");
        QTest::newRow("negative") << QByteArray(json("{'exp':-999999999999999}")) << 60 << QByteArray("expired");
    }

    void timesAreChecked()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, leeway);
        Acceptance acceptance = accepting();
        acceptance.leewaySeconds = leeway;
        QTEST(wordOf(tokenOf(payload), acceptance), "word");
    }

    void theSignatureIsCheckedBeforeTheTimes()
    {
        const QByteArray expired = tokenOf(json("{'exp':1}"));
        QCOMPARE(wordOf(expired, accepting({ "another_secret" })), QByteArray("signature"));
    }
};

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
