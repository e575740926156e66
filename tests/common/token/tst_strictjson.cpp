// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/strictjson.h"

#include <QTest>

using relay::token::strictObject;

namespace {

//! Easier to read here with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestStrictJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheStandardAllowsIsTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             { "{}", " \t\r\n{ } \n", "{'a':[true,false,null,{}]}", "{'a':0,'b':-0,'c':10,'d':-7.25,'e':1e5,'f':2E+3}",
               "{'a':0.5e-3}", "{'a':'\\u00e9\\n\\t\\/\\\\'}", "{'a':'\\ud83d\\ude00'}", "{'a':'\xc3\xa9\x7f'}",
               "{'a':'-1. 01 .5 \xef\xbb\xbf'}", "{'':1}" })
            QTest::newRow(text) << json(text);
    }

    void whatTheStandardAllowsIsTaken()
    {
        QFETCH(QByteArray, text);
        QVERIFY(strictObject(text));
    }

    void whatItForbidsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             { "{'a':.5}",  "{'a':-.5}", "{'a':1.}",   "{'a':1.e3}",  "{'a':01}",   "{'a':-01}", "{'a':+1}",
               "{'a':1e}",  "{'a':1e+}", "{'a':-}",    "{'a':1e400}", "{'a':0x10}", "{'a':NaN}", "{'a':Infinity}",
               "{'a':tru}", "{'a':1,}",  "{'a':[1,]}", "{,}",         "{}x",        "{}{}",      "{a:1}",
               "{/**/}",    "",          "[]",         "5",           "'a'",        "{'a':'b" })
            QTest::newRow(text) << json(text);
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("newline in a string") << QByteArray("{\"a\":\"\n\"}");
        QTest::newRow("tab in a string") << QByteArray("{\"a\":\"\t\"}");
        QTest::newRow("control in a name") << QByteArray("{\"a\x01\":1}");
        QTest::newRow("NUL behind") << QByteArray("{}\0", 3);
        QTest::newRow("NUL in a string") << QByteArray("{\"a\":\"\0\"}", 9);
        QTest::newRow("unknown escape") << json("{'a':'\\q'}");
        QTest::newRow("escaped quote of another kind") << QByteArray("{\"a\":\"\\'\"}");
        QTest::newRow("short escape") << json("{'a':'\\u12'}");
        QTest::newRow("high half") << json("{'a':'\\ud800'}");
        QTest::newRow("high half and a letter") << json("{'a':'\\ud800\\u0041'}");
        QTest::newRow("low half") << json("{'a':'\\udc00'}");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"a\":\"\xc0\xaf\"}");
        QTest::newRow("surrogate in UTF-8") << QByteArray("{\"a\":\"\xed\xa0\x80\"}");
        QTest::newRow("too deep") << QByteArray(QByteArray("{\"a\":") + QByteArray(4000, '[') + QByteArray(4000, ']')
                                                + '}');
    }

    void whatItForbidsIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!strictObject(text));
    }
};

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
