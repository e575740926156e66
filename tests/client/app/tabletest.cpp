// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/table.h"

#include <QtTest>

using relay::client::Table;

namespace {

Table example()
{
    Table table({ { QStringLiteral("ID"), Table::Align::Right, 0 },
                  { QStringLiteral("TOPIC"), Table::Align::Left, 4 },
                  { QStringLiteral("AGENT"), Table::Align::Left, 3 } });
    table.addRow({ QStringLiteral("7"), QStringLiteral("/out/demo"), QStringLiteral("Firefox") });
    table.addRow({ QStringLiteral("1234"), QStringLiteral("/x"), QString() });
    return table;
}

} // namespace

class TableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void alignsWithoutTrailingBlanks();
    void shortensTheLastColumnFirst();
    void thenTheOneBefore();
    void neverBelowTheLeast();
    void showsNoMoreRowsThanAsked();
};

void TableTest::alignsWithoutTrailingBlanks()
{
    QCOMPARE(example().text(0),
             QStringLiteral("  ID  TOPIC      AGENT\n"
                            "   7  /out/demo  Firefox\n"
                            "1234  /x\n"));
}

void TableTest::shortensTheLastColumnFirst()
{
    QCOMPARE(example().text(22),
             QStringLiteral("  ID  TOPIC      AGENT\n"
                            "   7  /out/demo  Fire…\n"
                            "1234  /x\n"));
}

void TableTest::thenTheOneBefore()
{
    QCOMPARE(example().text(17),
             QStringLiteral("  ID  TOPIC   AG…\n"
                            "   7  /out/…  Fi…\n"
                            "1234  /x\n"));
}

void TableTest::neverBelowTheLeast()
{
    QCOMPARE(example().text(5), example().text(15));
}

void TableTest::showsNoMoreRowsThanAsked()
{
    QCOMPARE(example().text(0, 1).count(QLatin1Char('\n')), 2);
}

QTEST_GUILESS_MAIN(TableTest)
#include "tabletest.moc"
