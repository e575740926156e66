// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/equipment.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace relay::client::host;
using relay::ws::Opcode;

namespace {

//! Another member of a feed.
class Reader : public FeedClient
{
public:
    void deliver(Opcode opcode, const QByteArray &payload) override { got.append({ opcode, payload }); }
    QList<std::pair<Opcode, QByteArray>> got;
};

} // namespace

class TestEquipment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlanIsReadOrSaysWhatIsWrong()
    {
        const auto plan = planEquipment({ QStringLiteral("a=tcp:h:1"), QStringLiteral("b=tcp:h:1,raw") },
                                        { QStringLiteral("ffmpeg -i x") });
        QCOMPARE(std::get<EquipmentPlan>(plan).feeds.size(), std::size_t(2));
        QCOMPARE(std::get<EquipmentPlan>(plan).commands.size(), std::size_t(1));
        const auto fault = [](const QStringList &feeds, const QStringList &commands) {
            return std::get<QString>(planEquipment(feeds, commands));
        };
        QVERIFY(fault({ QStringLiteral("a=tcp:h") }, {}).startsWith(QStringLiteral("--feed \"a=tcp:h\" must ")));
        QVERIFY(fault({}, { QStringLiteral("\"x") }).startsWith(QStringLiteral("--command \"\\\"x\" must ")));
        QVERIFY(
            fault({ QStringLiteral("a=tcp:h:1"), QStringLiteral("a=tcp:h:2") }, {}).contains(QStringLiteral("twice")));
    }

    void anInstrumentTakesPartInItsFeed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        FeedHub hub;
        Reader reader;
        hub.join(reader, QStringLiteral("data"));
        Equipment equipment(hub, plan({ QStringLiteral("data=tcp:127.0.0.1:%1").arg(server.serverPort()) }, {}));
        QSignalSpy told(&equipment, &Equipment::told);
        QVERIFY(!hub.hasReaders(QStringLiteral("data"), &reader)); // it is not there yet
        equipment.start();
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> instrument(server.nextPendingConnection());
        QTRY_VERIFY(hub.hasReaders(QStringLiteral("data"), &reader));
        instrument->write("T=21.5\n");
        QTRY_COMPARE(reader.got.size(), 1);
        QCOMPARE(reader.got[0].second, QByteArray("T=21.5"));
        hub.publish(reader, Opcode::Text, "*IDN?");
        QTRY_COMPARE(instrument->peek(100), QByteArray("*IDN?\n"));
        const QJsonObject figures = equipment.figures().value(QLatin1String("instruments")).toArray()[0].toObject();
        QCOMPARE(figures.value(QLatin1String("state")).toString(), QStringLiteral("open"));
        QCOMPARE(figures.value(QLatin1String("messagesFrom")).toInt(), 1);
        QCOMPARE(figures.value(QLatin1String("bytesTo")).toInt(), 5);
        QCOMPARE(told.size(), 1);
        instrument->abort();
        QTRY_VERIFY(!hub.hasReaders(QStringLiteral("data"), &reader));
        QTRY_COMPARE(told.size(), 2);
    }

    void anInstrumentThatStaysAwayIsToldOnce()
    {
        FeedHub hub;
        Equipment equipment(hub, plan({ QStringLiteral("data=serial:/nonexistent/tty,9600") }, {}));
        QSignalSpy told(&equipment, &Equipment::told);
        equipment.start();
        QTest::qWait(1800); // it is looked for every 500 ms
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][2].toString(), QStringLiteral("feed data: there is no /nonexistent/tty"));
    }

    void commandsAreToldByNameAndWithWhatTheySaidLast()
    {
        FeedHub hub;
        Equipment equipment(hub,
                            plan({}, { QStringLiteral("/bin/sh -c \"echo one >&2; echo two >&2; exit 3\" token") }));
        QSignalSpy told(&equipment, &Equipment::told);
        equipment.start();
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told[0][2].toString(), QStringLiteral("sh: one"));
        QCOMPARE(told[1][2].toString(), QStringLiteral("sh: two"));
        QVERIFY(told[2][2].toString().startsWith(QStringLiteral("command sh ended with 3; starting it again in ")));
        const QJsonObject figures = equipment.figures().value(QLatin1String("commands")).toArray()[0].toObject();
        QCOMPARE(figures.value(QLatin1String("state")).toString(), QStringLiteral("waiting"));
        QCOMPARE(figures.value(QLatin1String("program")).toString(), QStringLiteral("sh"));
        QCOMPARE(figures.value(QLatin1String("restarts")).toInt(), 0);
    }

    void theEndIsWhenAllCommandsHaveEnded()
    {
        FeedHub hub;
        Equipment none(hub, {});
        QSignalSpy ended(&none, &Equipment::stopped);
        none.start();
        none.stop();
        QCOMPARE(ended.size(), 1);
        Equipment some(
            hub,
            plan({}, { QStringLiteral("sleep 1000"), QStringLiteral("/nonexistent/x"), QStringLiteral("sleep 1001") }));
        QSignalSpy stopped(&some, &Equipment::stopped);
        some.start();
        QTest::qWait(100);
        some.stop();
        QTRY_COMPARE(stopped.size(), 1);
        const QJsonArray commands = some.figures().value(QLatin1String("commands")).toArray();
        for (const QJsonValue &command : commands)
            QCOMPARE(command[QLatin1String("state")].toString(), QStringLiteral("stopped"));
    }

private:
    static EquipmentPlan plan(const QStringList &feeds, const QStringList &commands)
    {
        return std::get<EquipmentPlan>(planEquipment(feeds, commands));
    }
};

QTEST_GUILESS_MAIN(TestEquipment)
#include "tst_equipment.moc"
