// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/peer.h"

#include <QtTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace relay::admin;

class PeerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roles_data();
    void roles();
    void withoutTheGroupOnlyAdmins();
    void rulesGiveRoles_data();
    void rulesGiveRoles();
    void readsTheKernelsWord();
    void userWithoutANameIsANumber();
};

void PeerTest::roles_data()
{
    QTest::addColumn<uint>("uid");
    QTest::addColumn<uint>("gid");
    QTest::addColumn<QVector<uint>>("groups");
    QTest::addColumn<int>("role"); // -1: refused
    const auto row = [](const char *name, uint uid, uint gid, const QVector<uint> &groups, int role) {
        QTest::newRow(name) << uid << gid << groups << role;
    };
    row("root", 0, 0, {}, int(Role::Admin));
    row("the service's user", 200, 200, {}, int(Role::Admin));
    row("operator by supplementary group", 1000, 1000, { 27, 500 }, int(Role::Operator));
    row("operator by main group", 1000, 500, {}, int(Role::Operator));
    row("the service's user is more than operator", 200, 500, { 500 }, int(Role::Admin));
    row("somebody", 1000, 1000, { 27 }, -1);
    row("the service's group is not its user", 1000, 200, { 200 }, -1);
}

void PeerTest::roles()
{
    QFETCH(uint, uid);
    QFETCH(uint, gid);
    QFETCH(QVector<uint>, groups);
    PeerCredentials peer;
    peer.uid = uid;
    peer.gid = gid;
    peer.groups.assign(groups.begin(), groups.end());
    const auto role = roleFor(peer, { 200, gid_t(500), {} });
    QTEST(role ? int(*role) : -1, "role");
}

void PeerTest::withoutTheGroupOnlyAdmins()
{
    PeerCredentials peer;
    peer.uid = 1000;
    peer.groups = { 500 };
    QVERIFY(!roleFor(peer, { 200, std::nullopt, {} }));
}

void PeerTest::rulesGiveRoles_data()
{
    QTest::addColumn<uint>("uid");
    QTest::addColumn<QVector<uint>>("groups");
    QTest::addColumn<int>("role"); // -1: refused
    const auto row = [](const char *name, uint uid, const QVector<uint> &groups, int role) {
        QTest::newRow(name) << uid << groups << role;
    };
    row("a member of the viewers' group", 1000, { 600 }, int(Role::Viewer));
    row("the user who is operator", 77, {}, int(Role::Operator));
    row("of two rules the higher role", 77, { 600 }, int(Role::Operator));
    row("a rule never lowers relay-admin", 1000, { 500, 600 }, int(Role::Operator));
    row("a rule may raise relay-admin", 1000, { 500, 700 }, int(Role::Admin));
    row("a rule never lowers root", 0, { 600 }, int(Role::Admin));
    row("a user's number is no group's", 600, {}, -1);
    row("a group's number is no user's", 1000, { 77 }, -1);
}

void PeerTest::rulesGiveRoles()
{
    QFETCH(uint, uid);
    QFETCH(QVector<uint>, groups);
    PeerCredentials peer;
    peer.uid = uid;
    peer.gid = uid == 600 ? 1 : uid;
    peer.groups.assign(groups.begin(), groups.end());
    const RolePolicy policy { 200,
                              gid_t(500),
                              { { Role::Viewer, RoleRule::Whom::Group, 600 },
                                { Role::Operator, RoleRule::Whom::User, 77 },
                                { Role::Admin, RoleRule::Whom::Group, 700 } } };
    const auto role = roleFor(peer, policy);
    QTEST(role ? int(*role) : -1, "role");
}

void PeerTest::readsTheKernelsWord()
{
    int ends[2];
    QVERIFY(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    const auto peer = readPeerCredentials(ends[0]);
    QVERIFY(peer);
    QCOMPARE(peer->uid, ::getuid());
    QCOMPARE(peer->pid, ::getpid());
    QCOMPARE(int(peer->groups.size()), ::getgroups(0, nullptr));
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY(!readPeerCredentials(-1));
}

void PeerTest::userWithoutANameIsANumber()
{
    QCOMPARE(userName(0), QStringLiteral("root"));
    QCOMPARE(userName(3'999'999), QStringLiteral("3999999"));
}

QTEST_GUILESS_MAIN(PeerTest)
#include "peertest.moc"
