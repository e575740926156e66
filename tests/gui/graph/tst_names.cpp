// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/names.h"

#include <QTest>

using namespace relay::gui::graph;

class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersSortAsNumbers();
    void topicsAreNamedAsPeopleDo_data();
    void topicsAreNamedAsPeopleDo();
    void experimentsAndFamilies_data();
    void experimentsAndFamilies();
    void addresses_data();
    void addresses();
};

void TestNames::numbersSortAsNumbers()
{
    QStringList names { QStringLiteral("spin35"),        QStringLiteral("spin9-st-video"), QStringLiteral("Pend10"),
                        QStringLiteral("spin9-st-data"), QStringLiteral("spin009"),        QStringLiteral("pend9"),
                        QStringLiteral("spin9") };
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return naturalCompare(a, b) < 0; });
    const QStringList expected { QStringLiteral("pend9"),         QStringLiteral("Pend10"),
                                 QStringLiteral("spin009"),       QStringLiteral("spin9"),
                                 QStringLiteral("spin9-st-data"), QStringLiteral("spin9-st-video"),
                                 QStringLiteral("spin35") };
    QCOMPARE(names, expected);
    QCOMPARE(naturalCompare(u"spin9", u"spin9"), 0);
    QVERIFY(naturalCompare(u"12345678901234567890123", u"12345678901234567890124") < 0);
}

void TestNames::topicsAreNamedAsPeopleDo_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("label");
    QTest::newRow("out") << QStringLiteral("/out/demo") << QStringLiteral("demo");
    QTest::newRow("bidirectional") << QStringLiteral("/bi/x") << QStringLiteral("bi/x");
    QTest::newRow("free") << QStringLiteral("/chat") << QStringLiteral("chat");
    QTest::newRow("not ASCII") << QStringLiteral("/größe") << QStringLiteral("größe");
}

void TestNames::topicsAreNamedAsPeopleDo()
{
    QFETCH(QString, topic);
    QFETCH(QString, label);
    QCOMPARE(topicLabel(topic), label);
}

void TestNames::experimentsAndFamilies_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("experiment");
    QTest::addColumn<QString>("family");
    QTest::newRow("bench") << QStringLiteral("spin35-st-video") << QStringLiteral("spin35") << QStringLiteral("spin");
    QTest::newRow("path") << QStringLiteral("bi/x") << QStringLiteral("bi") << QStringLiteral("bi");
    QTest::newRow("one word") << QStringLiteral("demo") << QStringLiteral("demo") << QStringLiteral("demo");
    QTest::newRow("only digits") << QStringLiteral("42-a") << QStringLiteral("42") << QStringLiteral("42");
    QTest::newRow("leading dash") << QStringLiteral("-a") << QStringLiteral("-a") << QStringLiteral("-a");
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestNames::experimentsAndFamilies()
{
    QFETCH(QString, label);
    QFETCH(QString, experiment);
    QFETCH(QString, family);
    QCOMPARE(experimentOf(label), experiment);
    QCOMPARE(familyOf(experiment), family);
}

void TestNames::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("network");
    const auto row
        = [](const char *name, const char *address, const char *host, const char *label, const char *network) {
              QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(host)
                                  << QString::fromLatin1(label) << QString::fromLatin1(network);
          };
    row("IPv4", "203.0.113.87:51234", "203.0.113.87", "203.0.113.87", "203.0.113.0/24");
    row("IPv4 without port", "203.0.113.87", "203.0.113.87", "203.0.113.87", "203.0.113.0/24");
    row("loopback", "127.0.0.1:4711", "127.0.0.1", "127.0.0.1:4711", "");
    row("IPv6", "[2001:db8:91:0:1::e3]:443", "2001:db8:91:0:1::e3", "2001:db8:91:0:1::e3", "2001:db8:91::/48");
    row("short IPv6", "[2001:db8::1]:443", "2001:db8::1", "2001:db8::1", "2001:db8::/48");
    row("IPv6 loopback", "[::1]:443", "::1", "[::1]:443", "");
    row("no address", "unknown", "unknown", "unknown", "");
    row("empty", "", "", "", "");
    row("unfinished", "[2001", "[2001", "[2001", "");
}

void TestNames::addresses()
{
    QFETCH(QString, address);
    QTEST(hostOf(address), "host");
    QTEST(peerLabel(address), "label");
    QTEST(networkOf(address), "network");
}

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
