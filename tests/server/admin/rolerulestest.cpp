// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/rolerule.h"

#include <QtTest>

using namespace relay::admin;

class RoleRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAndNumbers_data();
    void namesAndNumbers();
    void refusesWhatItIsNot_data();
    void refusesWhatItIsNot();
};

void RoleRulesTest::namesAndNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("isUser");
    QTest::addColumn<uint>("id");
    const auto row = [](const char *text, Role role, bool isUser, uint id) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(role) << isUser << id;
    };
    row("admin=user:root", Role::Admin, true, 0);
    row("viewer=group:root", Role::Viewer, false, 0);
    row("operator=user:1234", Role::Operator, true, 1234);
    row("viewer=group:4000000", Role::Viewer, false, 4'000'000);
    row(" operator = user : root ", Role::Operator, true, 0);
}

void RoleRulesTest::namesAndNumbers()
{
    QFETCH(QString, text);
    QFETCH(bool, isUser);
    const auto rule = parseRoleRule(text);
    QVERIFY(std::holds_alternative<RoleRule>(rule));
    QTEST(int(std::get<RoleRule>(rule).role), "role");
    QCOMPARE(std::get<RoleRule>(rule).whom == RoleRule::Whom::User, isUser);
    QTEST(std::get<RoleRule>(rule).id, "id");
}

void RoleRulesTest::refusesWhatItIsNot_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(words);
    };
    for (const char *text : { "", "viewer", "viewer=", "viewer=group", "viewer=group:", "viewer=ann", "king=user:root",
                              "taps=user:root", "viewer=host:lab", "user:root=viewer", "Viewer=user:root" })
        row(text, "must be ROLE=user:NAME or ROLE=group:NAME");
    row("viewer=user:no-such-user-here", "must name a user of this machine");
    row("viewer=group:no-such-group-here", "must name a group of this machine");
    row("viewer=user:4294967295", "must name a user of this machine"); // means nobody to the system
    row("viewer=user:-1", "must name a user of this machine");
}

void RoleRulesTest::refusesWhatItIsNot()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto rule = parseRoleRule(text);
    QVERIFY(std::holds_alternative<QString>(rule));
    QVERIFY2(std::get<QString>(rule).startsWith(words), qUtf8Printable(std::get<QString>(rule)));
}

QTEST_GUILESS_MAIN(RoleRulesTest)
#include "rolerulestest.moc"
