// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/tokenorder.h"

#include <QTest>

using namespace relay;
using namespace relay::client::token;

namespace {

constexpr std::int64_t kNow = 1'700'000'000;

using Variables = QList<std::pair<const char *, const char *>>;

std::variant<Order, Question, config::Exit> read(const QStringList &words, const Variables &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return readOrder(words, environment, kNow);
}

Order ordered(const QStringList &words, const Variables &variables)
{
    auto result = read(words, variables);
    if (const auto *exit = std::get_if<config::Exit>(&result))
        qFatal("%s", qPrintable(exit->text));
    return std::get<Order>(result);
}

QString refusal(const QStringList &words, const Variables &variables)
{
    const auto result = read(words, variables);
    const auto *exit = std::get_if<config::Exit>(&result);
    return exit ? exit->text.trimmed() : QStringLiteral("accepted");
}

const Variables kEnough { { "RELAY_TOKEN_AUDIENCE", "https://lab.example/access" },
                          { "RELAY_TOKEN_LIFETIME", "3600" },
                          { "RELAY_TOKEN_SECRET", "a secret that is long enough to be good" },
                          { "RELAY_TOKEN_TOPIC", "lab" } };

Variables enoughAnd(const char *name, const char *value)
{
    Variables variables = kEnough;
    variables.emplaceBack(name, value);
    return variables;
}

} // namespace

class TestTokenOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oldVariablesMakeTheOldToken()
    {
        const Order order = ordered({}, kEnough);
        QCOMPARE(order.claims.bookingId, QStringLiteral("relay-token-cli"));
        QCOMPARE(order.claims.topic, QStringLiteral("lab"));
        QCOMPARE(order.claims.prefix, QStringLiteral("session"));
        QCOMPARE(order.claims.scopes, QStringList({ QStringLiteral("write"), QStringLiteral("read") }));
        QCOMPARE(order.claims.audience, QStringList(QStringLiteral("https://lab.example/access")));
        QCOMPARE(*order.claims.issuedAt, kNow - 1);
        QCOMPARE(*order.claims.notBefore, kNow - 1);
        QCOMPARE(*order.claims.expiresAt, kNow - 1 + 3600);
        QVERIFY(order.warnings.isEmpty());
        QVERIFY(order.form == token::AudienceForm::Array);
    }

    void whatIsMissingIsNamedAsItAlwaysWas()
    {
        for (const char *name : { "AUDIENCE", "LIFETIME", "SECRET", "TOPIC" }) {
            Variables variables = kEnough;
            variables.removeIf([name](const auto &v) { return QByteArray(v.first).endsWith(name); });
            QCOMPARE(refusal({}, variables), QStringLiteral("RELAY_TOKEN_%1 not set").arg(QLatin1String(name)));
        }
    }

    void scopesAreWrittenInTheirOrder()
    {
        Variables all = enoughAnd("RELAY_TOKEN_SCOPE_ADMIN", "true");
        all.emplaceBack("RELAY_TOKEN_SCOPE_OTHER", "expt");
        QCOMPARE(ordered({}, all).claims.scopes.join(u' '), QStringLiteral("relay:admin write read expt"));
        QCOMPARE(ordered({}, enoughAnd("RELAY_TOKEN_SCOPE_WRITE", "false")).claims.scopes.join(u' '),
                 QStringLiteral("read"));
        Variables none = enoughAnd("RELAY_TOKEN_SCOPE_WRITE", "false");
        none.emplaceBack("RELAY_TOKEN_SCOPE_READ", "false");
        QVERIFY(refusal({}, none).contains(QStringLiteral("scope")));
    }

    void anAdminTokenNeedsNoTopic()
    {
        Variables variables = kEnough;
        variables.removeLast();
        QCOMPARE(ordered({ QStringLiteral("--for"), QStringLiteral("admin") }, variables).claims.scopes,
                 QStringList(QStringLiteral("relay:admin")));
        QCOMPARE(ordered({ QStringLiteral("--for=status") }, variables).claims.scopes,
                 QStringList(QStringLiteral("relay:stats")));
        variables.emplaceBack("RELAY_TOKEN_SCOPE_ADMIN", "true");
        QVERIFY(ordered({}, variables).claims.topic.isEmpty());
    }

    void flagsBeatTheEnvironment()
    {
        const Order order = ordered({ QStringLiteral("--topic"), QStringLiteral("other"), QStringLiteral("--lifetime"),
                                      QStringLiteral("1h30m"), QStringLiteral("--booking-id"), QStringLiteral("b7"),
                                      QStringLiteral("--scope"), QStringLiteral("read"), QStringLiteral("--scope"),
                                      QStringLiteral("expt"), QStringLiteral("--audience-string") },
                                    kEnough);
        QCOMPARE(order.claims.topic, QStringLiteral("other"));
        QCOMPARE(*order.claims.expiresAt, kNow - 1 + 5400);
        QCOMPARE(order.claims.bookingId, QStringLiteral("b7"));
        QCOMPARE(order.claims.scopes.join(u' '), QStringLiteral("read expt"));
        QVERIFY(order.form == token::AudienceForm::String);
    }

    void tokensForSshHaveVariablesOfTheirOwn()
    {
        const Variables variables { { "JUMP_TOKEN_AUDIENCE", "https://lab.example/jump" },
                                    { "JUMP_TOKEN_LIFETIME", "60" },
                                    { "JUMP_TOKEN_SECRET", "a secret that is long enough to be good" },
                                    { "JUMP_TOKEN_TOPIC", "pi7" },
                                    { "JUMP_TOKEN_ROLE", "host" } };
        const Order order = ordered({ QStringLiteral("--for"), QStringLiteral("jump") }, variables);
        QCOMPARE(order.claims.prefix, QStringLiteral("connect"));
        QCOMPARE(order.claims.scopes, QStringList(QStringLiteral("host")));
        QVERIFY(order.claims.bookingId.isEmpty());
        QCOMPARE(*order.claims.issuedAt, kNow - 1);
        QCOMPARE(*order.claims.notBefore, kNow - 1);
        for (const char *name : { "AUDIENCE", "LIFETIME", "SECRET", "TOPIC", "ROLE" }) {
            Variables fewer = variables;
            fewer.removeIf([name](const auto &v) { return QByteArray(v.first).endsWith(name); });
            QCOMPARE(refusal({ QStringLiteral("--for=jump") }, fewer),
                     QStringLiteral("JUMP_TOKEN_%1 not set").arg(QLatin1String(name)));
        }
    }

    void rolesForSshAreScopes_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("scopes");
        for (const char *role : { "host", "client", "stats", "read", "write" })
            QTest::newRow(role) << QString::fromLatin1(role) << QString::fromLatin1(role);
        QTest::newRow("readwrite") << QStringLiteral("readwrite") << QStringLiteral("read write");
    }

    void rolesForSshAreScopes()
    {
        QFETCH(QString, role);
        const Variables variables { { "JUMP_TOKEN_AUDIENCE", "https://lab.example/jump" },
                                    { "JUMP_TOKEN_LIFETIME", "60" },
                                    { "JUMP_TOKEN_SECRET", "a secret that is long enough to be good" } };
        QStringList words { QStringLiteral("--for=jump"), QStringLiteral("--role"), role };
        if (role == u"stats")
            QCOMPARE(ordered(words, variables).claims.topic, QStringLiteral("stats"));
        words << QStringLiteral("--topic=pi7");
        QTEST(ordered(words, variables).claims.scopes.join(u' '), "scopes");
        QCOMPARE(ordered(words, variables).claims.topic, QStringLiteral("pi7"));
    }

    void thePurposeMayComeFromAVariableAndInCapitals()
    {
        const QStringList admin { QStringLiteral("relay:admin") };
        QCOMPARE(ordered({}, enoughAnd("RELAY_TOKEN_FOR", "admin")).claims.scopes, admin);
        QCOMPARE(ordered({ QStringLiteral("--for=Admin") }, kEnough).claims.scopes, admin);
        QCOMPARE(ordered({ QStringLiteral("--for=admin") }, enoughAnd("RELAY_TOKEN_FOR", "status")).claims.scopes,
                 admin);
        QVERIFY(refusal({}, enoughAnd("RELAY_TOKEN_FOR", "root")).contains(QStringLiteral("RELAY_TOKEN_FOR")));
        Variables contradicting = enoughAnd("RELAY_TOKEN_FOR", "jump");
        contradicting.emplaceBack("JUMP_TOKEN_FOR", "session");
        QVERIFY(refusal({}, contradicting).contains(QStringLiteral("not clear")));
    }

    void figuresAreATopicOfTheirOwn()
    {
        const Order order = ordered({ QStringLiteral("--for=stats") }, kEnough); // a topic in a variable is another's
        QCOMPARE(order.claims.topic, QStringLiteral("stats"));
        QCOMPARE(order.claims.prefix, QStringLiteral("session"));
        QCOMPARE(order.claims.scopes.join(u' '), QStringLiteral("write read"));
        QVERIFY(order.warnings.isEmpty());
    }

    void optionsWithoutEffectAreRefused()
    {
        for (const char *flag : { "--topic=lab", "--no-scope-read", "--connection-type=session", "--role=host" })
            QVERIFY2(
                refusal({ QStringLiteral("--for=admin"), QString::fromLatin1(flag) }, kEnough).contains(u"no option"),
                flag);
        QVERIFY(refusal({ QStringLiteral("--for=jump"), QStringLiteral("--booking-id=b") }, {}).contains(u"no option"));
        QVERIFY(ordered({ QStringLiteral("--for=admin") }, kEnough).claims.topic.isEmpty());
    }

    void aTopicThatNoRelayTakesIsWarnedOf()
    {
        for (const char *topic : { "a b", "a:b", "a%20b", "lab/", "a//b", "../a" })
            QCOMPARE(ordered({ QStringLiteral("--topic"), QString::fromLatin1(topic) }, kEnough).warnings.size(), 1);
        for (const char *topic : { "lab", "lab3-st-video", "a/b.c", "a&b'(c)*+,d" })
            QVERIFY2(ordered({ QStringLiteral("--topic"), QString::fromLatin1(topic) }, kEnough).warnings.isEmpty(),
                     topic);
    }

    void ofTwoSecretsInTheEnvironmentNoneIsGuessed()
    {
        QVERIFY(refusal({}, enoughAnd("RELAY_TOKEN_SECRET_FILE", "/nowhere")).contains(QStringLiteral("both")));
    }

    void aSecretIsNoFlagAndIsNeverTold()
    {
        const QString text = refusal({ QStringLiteral("--secret"), QStringLiteral("hush-hush") }, kEnough);
        QVERIFY(text.contains(QStringLiteral("RELAY_TOKEN_SECRET")));
        QVERIFY(!text.contains(QStringLiteral("hush")));
        Variables shortOne = kEnough;
        shortOne[2].second = "hush-hush";
        const QStringList warnings = ordered({}, shortOne).warnings;
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().contains(QStringLiteral("RELAY_TOKEN_SECRET")));
        QVERIFY(!warnings.first().contains(QStringLiteral("hush")));
        shortOne[2].second = "abc";
        QVERIFY(refusal({}, shortOne).contains(QStringLiteral("shorter")));
    }

    void aWordIsATokenToExplain()
    {
        const auto result = read({ QStringLiteral("a.b.c") }, {});
        QCOMPARE(std::get<Question>(result).token, QStringLiteral("a.b.c"));
        QVERIFY(std::get<Question>(result).secrets.empty());
        QCOMPARE(std::get<Question>(read({ QStringLiteral("-") }, kEnough)).secrets.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestTokenOrder)
#include "tst_tokenorder.moc"
