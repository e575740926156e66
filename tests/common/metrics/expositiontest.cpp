// SPDX-License-Identifier: GPL-3.0-or-later
// The reader that metrics are checked with finds what it is there for.
#include "tests/common/metrics/exposition.h"

#include <QtTest>

using namespace relay::tests;

class ExpositionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsRight();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
};

void ExpositionTest::readsWhatIsRight()
{
    const auto all
        = Exposition::read("# HELP a_total All of a.\n# TYPE a_total counter\na_total{x=\"1\",y=\"\\\"\\\\\\n\"} 3\n"
                           "a_total 0.5\n"
                           "# HELP h Sizes.\n# TYPE h histogram\nh_bucket{le=\"0\"} 1\nh_bucket{le=\"+Inf\"} 2\n"
                           "h_sum 1e3\nh_count 2\n");
    QCOMPARE(all.fault, QString());
    QCOMPARE(all.value("a_total", { { "x", "1" }, { "y", "\"\\\n" } }), 3.0);
    QCOMPARE(all.value("a_total"), 0.5);
    QCOMPARE(all.value("h_sum"), 1000.0);
    QVERIFY(std::isnan(all.value("b")));
    QCOMPARE(Exposition::read("# HELP g G.\n# TYPE g gauge\ng NaN\n").fault, QString());
    QCOMPARE(all.families["a_total"].help, QByteArray("All of a."));
}

void ExpositionTest::findsWhatIsWrong_data()
{
    const QByteArray gauge = "# HELP a A.\n# TYPE a gauge\n";
    const QByteArray histogram = "# HELP h H.\n# TYPE h histogram\n";
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no end of line") << gauge + "a 1";
    QTest::newRow("empty line") << gauge + "\na 1\n";
    QTest::newRow("no help") << QByteArray("# TYPE a gauge\na 1\n");
    QTest::newRow("no type") << QByteArray("# HELP a A.\na 1\n");
    QTest::newRow("no sample") << gauge;
    QTest::newRow("type unknown") << QByteArray("# HELP a A.\n# TYPE a untyped\na 1\n");
    QTest::newRow("twice") << gauge + "a 1\n" + gauge + "a 2\n";
    QTest::newRow("sample twice") << gauge + "a 1\na 2\n";
    QTest::newRow("other name") << gauge + "b 1\n";
    QTest::newRow("name") << QByteArray("# HELP a-b A.\n# TYPE a-b gauge\na-b 1\n");
    QTest::newRow("no number") << gauge + "a one\n";
    QTest::newRow("no value") << gauge + "a\n";
    QTest::newRow("blank behind") << gauge + "a 1 \n";
    QTest::newRow("counter without total") << QByteArray("# HELP a A.\n# TYPE a counter\na 1\n");
    QTest::newRow("gauge with total") << QByteArray("# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n");
    QTest::newRow("counter below 0") << QByteArray("# HELP a_total A.\n# TYPE a_total counter\na_total -1\n");
    QTest::newRow("counter of no number") << QByteArray("# HELP a_total A.\n# TYPE a_total counter\na_total NaN\n");
    QTest::newRow("no number in other letters") << gauge + "a nan\n";
    QTest::newRow("empty braces") << gauge + "a{} 1\n";
    QTest::newRow("label without quotes") << gauge + "a{b=c} 1\n";
    QTest::newRow("label not escaped") << gauge + "a{b=\"\"c\"} 1\n";
    QTest::newRow("escape unknown") << gauge + "a{b=\"\\t\"} 1\n";
    QTest::newRow("label twice") << gauge + "a{b=\"1\",b=\"2\"} 1\n";
    QTest::newRow("comma behind") << gauge + "a{b=\"1\",} 1\n";
    QTest::newRow("le of no bucket") << gauge + "a{le=\"1\"} 1\n";
    QTest::newRow("buckets shrink") << histogram + "h_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("bounds shrink") << histogram
            + "h_bucket{le=\"2\"} 1\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("no infinity") << histogram + "h_bucket{le=\"1\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("bound of no number") << histogram
            + "h_bucket{le=\"NaN\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n";
    QTest::newRow("no sum") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_count 1\n";
    QTest::newRow("count of others") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 2\n";
}

void ExpositionTest::findsWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Exposition::read(text).fault.isEmpty());
}

QTEST_GUILESS_MAIN(ExpositionTest)
#include "expositiontest.moc"
