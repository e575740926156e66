// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/rules.h"

#include <QSignalSpy>
#include <QTest>

using namespace relay::client::host;

class TestHostRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSlashBeforeAStreamIsDropped()
    {
        Rules rules;
        rules.addStream(QStringLiteral("/stream/large"), { QStringLiteral("/video"), QStringLiteral("audio") });
        rules.addDestination({ QStringLiteral("0"), QStringLiteral("/stream/large"), QStringLiteral("ws://a"), {}, {} });
        QCOMPARE(rules.streams().begin()->first, QStringLiteral("stream/large"));
        QCOMPARE(rules.destination(QStringLiteral("0"))->stream, QStringLiteral("stream/large"));
        QCOMPARE(rules.feedsOf(QStringLiteral("stream/large")),
                 QStringList({ QStringLiteral("video"), QStringLiteral("audio") }));
    }

    void aStreamWithoutARuleHasNoFeedsAndAFeedIsItself()
    {
        const Rules rules;
        QVERIFY(rules.feedsOf(QStringLiteral("stream/none")).isEmpty());
        QCOMPARE(rules.feedsOf(QStringLiteral("data")), QStringList(QStringLiteral("data")));
    }

    void theReservedNameIsNotAdded()
    {
        Rules rules;
        QVERIFY(!rules.addDestination({ kDeleteAll, {}, {}, {}, {} }));
        QVERIFY(!rules.addStream(QStringLiteral("/deleteAll"), {}));
        QVERIFY(rules.destinations().empty());
        QVERIFY(rules.streams().empty());
    }

    void tellsEachChangeAfterIt()
    {
        Rules rules;
        const QSignalSpy destinations(&rules, &Rules::destinationChanged);
        const QSignalSpy streams(&rules, &Rules::streamChanged);
        rules.addDestination({ QStringLiteral("0"), {}, {}, {}, {} });
        rules.addDestination({ QStringLiteral("1"), {}, {}, {}, {} });
        rules.addStream(QStringLiteral("s"), {});
        QVERIFY(rules.removeDestination(QStringLiteral("0")));
        QVERIFY(!rules.removeDestination(QStringLiteral("0")));
        rules.removeAllDestinations();
        rules.removeAllStreams();
        QCOMPARE(destinations.size(), 4);
        QCOMPARE(streams.size(), 2);
        QVERIFY(rules.destinations().empty());
    }

    void allButOneCanBeRemoved()
    {
        Rules rules;
        for (const char *id : { "0", "1", "2" })
            rules.addDestination({ QLatin1String(id), {}, {}, {}, {} });
        const QSignalSpy told(&rules, &Rules::destinationChanged);
        rules.removeAllDestinations(QStringLiteral("1"));
        QCOMPARE(told.size(), 2);
        QCOMPARE(rules.destinations().size(), std::size_t(1));
        QVERIFY(rules.destination(QStringLiteral("1")));
    }
};

QTEST_GUILESS_MAIN(TestHostRules)
#include "tst_hostrules.moc"
