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
        QVERIFY(order.warning.isEmpty());
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
        QCOMPARE(refusal({ QStringLiteral("--for"), QStringLiteral("jump") }, {}),
                 QStringLiteral("JUMP_TOKEN_AUDIENCE not set"));
    }

    void aSecretIsNoFlagAndIsNeverTold()
    {
        const QString text = refusal({ QStringLiteral("--secret"), QStringLiteral("hush-hush") }, kEnough);
        QVERIFY(text.contains(QStringLiteral("RELAY_TOKEN_SECRET")));
        QVERIFY(!text.contains(QStringLiteral("hush")));
        Variables shortOne = kEnough;
        shortOne[2].second = "hush-hush";
        QVERIFY(!ordered({}, shortOne).warning.isEmpty());
        QVERIFY(!ordered({}, shortOne).warning.contains(QStringLiteral("hush")));
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
