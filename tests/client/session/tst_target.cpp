// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/target.h"

#include <QTest>

using namespace relay::client::session;

namespace {

const QString kAccess = QStringLiteral("https://relay.example/access/session/x");

QString fault(const QString &url, const QString &tokenFile, const QByteArray &token)
{
    const auto made = makeTarget(url, tokenFile, token);
    const auto *text = std::get_if<QString>(&made);
    return text ? *text : QString();
}

} // namespace

class TestTarget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAccessPointWantsAToken()
    {
        QVERIFY(fault(kAccess, {}, {}).contains(QStringLiteral("--token-file")));
        const auto target = std::get<Target>(makeTarget(kAccess, {}, " ey.x.y\n"));
        QCOMPARE(target.access.host(), QStringLiteral("relay.example"));
        QCOMPARE(target.token, QByteArray("ey.x.y"));
    }

    void aFileGoesBeforeAToken()
    {
        const auto target = std::get<Target>(makeTarget(kAccess, QStringLiteral("/run/token"), "old"));
        QCOMPARE(target.tokenFile, QStringLiteral("/run/token"));
        QVERIFY(target.token.isEmpty());
    }

    void aTokenThatFitsNoHeaderIsRefusedWithoutShowingIt()
    {
        const QString text = fault(kAccess, {}, "Bearer ey.secret");
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(QStringLiteral("secret")));
        QVERIFY(!fault(kAccess, {}, "ey\r\nX-More: 1").isEmpty());
    }

    void aWebsocketIsDialledWithoutOne()
    {
        const auto target = std::get<Target>(makeTarget(QStringLiteral("ws://h/x"), {}, "from the environment"));
        QVERIFY(target.access.isEmpty());
        QCOMPARE(target.address.target, QByteArray("/x"));
        QVERIFY(target.token.isEmpty());
        QVERIFY(fault(QStringLiteral("wss://h/x"), QStringLiteral("/run/token"), {}).contains(QStringLiteral("https")));
    }

    void whatIsNeitherIsNoTarget()
    {
        for (const char *text : { "", "ftp://h/x", "wss://", "https:///x", "https://user:word@h/x" })
            QVERIFY2(!fault(QString::fromLatin1(text), {}, "t").isEmpty(), text);
    }
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
