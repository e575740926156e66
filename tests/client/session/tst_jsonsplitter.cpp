// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/jsonsplitter.h"

#include <QTest>

using namespace relay::client::session;

class TestJsonSplitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gluedValuesAreTakenApart()
    {
        QCOMPARE(splitGluedJson("[1][2]"), (QByteArrayList { "[1]", "[2]" }));
        QCOMPARE(splitGluedJson("{\"a\":\"}{\"}{\"b\":[{}]}"), (QByteArrayList { "{\"a\":\"}{\"}", "{\"b\":[{}]}" }));
        QCOMPARE(splitGluedJson("{\"a\":\"\\\"\"}\n{}"), (QByteArrayList { "{\"a\":\"\\\"\"}", "{}" }));
    }

    void everythingElseStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "", "hello", "{}", " [1, 2] ", "[1]tail", "[1", "{}{", "[1][x]", "5 6", "\"a\"\"b\"" })
            QTest::newRow(text) << QByteArray(text);
    }

    void everythingElseStaysAsItIs()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(splitGluedJson(text), QByteArrayList { text });
    }
};

QTEST_GUILESS_MAIN(TestJsonSplitter)
#include "tst_jsonsplitter.moc"
