// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/topic/kind.h"

#include <QTest>

using namespace relay::topic;

class KindTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesGoBothWays();
    void withoutARule();
    void firstMatchDecides();
};

void KindTest::namesGoBothWays()
{
    for (const Kind kind : { Kind::Data, Kind::Video, Kind::Stream })
        QCOMPARE(kindOf(nameOf(kind)), kind);
    QVERIFY(!kindOf("Video"));
    QVERIFY(!kindOf(""));
}

void KindTest::withoutARule()
{
    QCOMPARE(kindOfTopic("/out/demo", false, {}), Kind::Data);
    QCOMPARE(kindOfTopic("/out/demo", true, {}), Kind::Video);
    QCOMPARE(kindOfTopic("/out/spin35-st-video", false, {}), Kind::Video);
    QCOMPARE(kindOfTopic("/out/video-of-data", false, {}), Kind::Data);
}

void KindTest::firstMatchDecides()
{
    const std::vector<KindRule> rules {
        { "/out/lab-*", Kind::Data }, { "/serial/?", Kind::Stream }, { "*-video", Kind::Stream }, { "*", Kind::Video }
    };
    QCOMPARE(kindOfTopic("/out/lab-1-video", true, rules), Kind::Data);
    QCOMPARE(kindOfTopic("/serial/1", false, rules), Kind::Stream);
    QCOMPARE(kindOfTopic("/serial/10", false, rules), Kind::Video);
    QCOMPARE(kindOfTopic("/a/b/c-video", false, rules), Kind::Stream); // * takes slashes as well
}

QTEST_APPLESS_MAIN(KindTest)
#include "tst_kind.moc"
