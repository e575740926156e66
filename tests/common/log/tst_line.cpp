// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/log/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace relay::log;

class LineTest : public QObject
{
    Q_OBJECT

private:
    static Record record(const QString &message)
    {
        return { QDateTime(QDate(2026, 11, 22), QTime(10, 0, 0, 123), Qt::UTC), Level::Warn,
                 QStringLiteral("relay.front"), message };
    }

    static QJsonObject parsed(const QByteArray &line) { return QJsonDocument::fromJson(line).object(); }

private Q_SLOTS:
    void textHasTimeLevelCategory()
    {
        QCOMPARE(line(record(QStringLiteral("refused \u00e9")), Form::Text),
                 QByteArray("2026-11-22T10:00:00.123Z warn relay.front: refused \xc3\xa9\n"));
    }

    void jsonHasTheSameFacts()
    {
        const QByteArray json = line(record(QStringLiteral("say \"x\"")), Form::Json);
        QVERIFY(json.endsWith("}\n"));
        const QJsonObject object = parsed(json);
        QCOMPARE(object.keys(),
                 QStringList({ QStringLiteral("category"), QStringLiteral("level"), QStringLiteral("msg"),
                               QStringLiteral("ts") }));
        QCOMPARE(object[QStringLiteral("ts")].toString(), QStringLiteral("2026-11-22T10:00:00.123Z"));
        QCOMPARE(object[QStringLiteral("level")].toString(), QStringLiteral("warn"));
        QCOMPARE(object[QStringLiteral("category")].toString(), QStringLiteral("relay.front"));
        QCOMPARE(object[QStringLiteral("msg")].toString(), QStringLiteral("say \"x\""));
    }

    void timeIsAlwaysUtc()
    {
        Record local = record(QStringLiteral("x"));
        local.time = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::OffsetFromUTC, 7200);
        QVERIFY(line(local, Form::Text).startsWith("2026-11-22T10:00:00.000Z "));
    }

    void noMessageCanMakeASecondLine_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("newline") << QStringLiteral("a\n2026-11-22T10:00:00.123Z info relay.front: b");
        QTest::newRow("carriage return") << QStringLiteral("a\rb");
        QTest::newRow("next line") << QStringLiteral("a\u0085b");
        QTest::newRow("line separator") << QStringLiteral("a\u2028b");
        QTest::newRow("escape sequence") << QStringLiteral("\x1b[2Ja");
        QTest::newRow("one-byte escape") << QStringLiteral("\u009b2Ja");
        QTest::newRow("delete, bell, NUL") << QString::fromUtf8("\x7f\x07\0x", 4);
        QTest::newRow("right to left override") << QStringLiteral("gpj.\u202eexe");
        QTest::newRow("lone surrogate") << QString(QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"));
    }

    void noMessageCanMakeASecondLine()
    {
        QFETCH(QString, message);
        for (const Form form : { Form::Text, Form::Json }) {
            QByteArray whole = line(record(message), form);
            QVERIFY(whole.endsWith('\n'));
            whole.chop(1);
            const QString shown = QString::fromUtf8(whole);
            QVERIFY(!shown.contains(QChar::ReplacementCharacter) || form == Form::Json);
            for (const QChar c : shown) {
                QVERIFY2(c.category() != QChar::Other_Control && c != QChar(0x2028) && c != QChar(0x202E)
                             && !c.isSurrogate(),
                         whole.constData());
            }
        }
    }

    void jsonKeepsWhatWasSaid()
    {
        const QString message = QStringLiteral("a\n\x1b\u009b\u202e\U0001F600\\u0041");
        QCOMPARE(parsed(line(record(message), Form::Json))[QStringLiteral("msg")].toString(), message);
    }

    void longMessageIsCut()
    {
        const QByteArray whole = line(record(QString(1000000, u'x')), Form::Text);
        QVERIFY(whole.size() < 4096);
        QVERIFY(whole.endsWith("x... (997000 more)\n"));
    }

    void namesGoBothWays()
    {
        for (const QString &name : levelNames())
            QCOMPARE(levelNames().at(int(levelOf(name).value())), name);
        for (const QString &name : formNames())
            QCOMPARE(formNames().at(int(formOf(name).value())), name);
        QVERIFY(!levelOf(u"verbose"));
        QVERIFY(!formOf(u"xml"));
    }
};

QTEST_APPLESS_MAIN(LineTest)
#include "tst_line.moc"
