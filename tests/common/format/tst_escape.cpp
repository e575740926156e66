// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format/escape.h"

#include <QTest>

using namespace relay::format;

class EscapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hazardsBecomeVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("/out/demo \u00e9\u4f60 \U0001F600")
                               << QStringLiteral("/out/demo \u00e9\u4f60 \U0001F600");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("lines") << QStringLiteral("a\r\nb\tc") << QStringLiteral("a\\r\\nb\\tc");
        QTest::newRow("backslash") << QStringLiteral("a\\n") << QStringLiteral("a\\\\n");
        QTest::newRow("escape") << QStringLiteral("\x1b[0m") << QStringLiteral("\\x1b[0m");
        QTest::newRow("C1") << QStringLiteral("\u0085") << QStringLiteral("\\x85");
        QTest::newRow("delete") << QStringLiteral("\x7f") << QStringLiteral("\\x7f");
        QTest::newRow("NUL") << QString(QChar(0)) << QStringLiteral("\\x00");
        QTest::newRow("separators") << QStringLiteral("\u2028\u2029") << QStringLiteral("\\u{2028}\\u{2029}");
        QTest::newRow("override") << QStringLiteral("\u202e\u2066") << QStringLiteral("\\u{202e}\\u{2066}");
        QTest::newRow("lone high") << QString(QChar(0xD83D)) + u'x' << QStringLiteral("\\u{d83d}x");
        QTest::newRow("lone low") << u'x' + QString(QChar(0xDE00)) << QStringLiteral("x\\u{de00}");
    }

    void hazardsBecomeVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(escaped(text), shown);
    }

    void quotesCannotBeClosedFromWithin()
    {
        QCOMPARE(quoted(u"a\" b\\"), QStringLiteral("\"a\\\" b\\\\\""));
        QCOMPARE(quoted(u""), QStringLiteral("\"\""));
    }
};

QTEST_APPLESS_MAIN(EscapeTest)
#include "tst_escape.moc"
