// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/instrumentcutter.h"

#include <QTest>

using namespace relay::client::feed;
using relay::ws::Opcode;

class TestInstrumentCutter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_messages.clear(); }

    void linesAreTheSameHoweverTheyCome()
    {
        const QByteArray said = "T=21.5\r\n\n\xe2\x82\xac\nlast";
        for (qsizetype step = 1; step <= said.size(); ++step) {
            m_messages.clear();
            InstrumentCutter cutter(Framing(), collect());
            for (qsizetype i = 0; i < said.size(); i += step)
                cutter.take(said.mid(i, step));
            QCOMPARE(m_messages,
                     Messages({ { Opcode::Text, "T=21.5" }, { Opcode::Text, "" }, { Opcode::Text, "\xe2\x82\xac" } }));
            cutter.end();
            QCOMPARE(m_messages.last().second, QByteArray("last"));
            cutter.end();
            QCOMPARE(m_messages.size(), 4);
        }
    }

    void linesMayEndWithACarriageReturn()
    {
        InstrumentCutter cutter({ .lineEnd = Framing::LineEnd::CarriageReturn }, collect());
        cutter.take("T=21.5\rU=3\n\r\r");
        QCOMPARE(m_messages, Messages({ { Opcode::Text, "T=21.5" }, { Opcode::Text, "U=3\n" }, { Opcode::Text, "" } }));
    }

    void whatGoesToAnInstrumentHasItsEnd_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](Framing::LineEnd end, const char *message, const char *sent) {
            QTest::addRow("%d %s", int(end), message) << int(end) << QByteArray(message) << QByteArray(sent);
        };
        using End = Framing::LineEnd;
        row(End::Newline, "x", "x\n");
        row(End::Newline, "x\n", "x\n");
        row(End::Newline, "x\r\n", "x\r\n");
        row(End::Newline, "", "\n");
        row(End::CarriageReturnNewline, "x", "x\r\n");
        row(End::CarriageReturnNewline, "x\n", "x\r\n");
        row(End::CarriageReturnNewline, "x\r\n", "x\r\n");
        row(End::CarriageReturn, "x", "x\r");
        row(End::CarriageReturn, "x\n", "x\r");
        row(End::CarriageReturn, "x\r", "x\r");
    }
    void whatGoesToAnInstrumentHasItsEnd()
    {
        QFETCH(int, end);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, sent);
        QCOMPARE(toInstrument(message, { .lineEnd = Framing::LineEnd(end) }), sent);
        QCOMPARE(toInstrument(message, { .isRaw = true }), message);
    }

    void whatIsNoUtf8IsNoText()
    {
        InstrumentCutter cutter(Framing(), collect());
        cutter.take("\xff\nok\n");
        cutter.take(QByteArray("a\0b\n", 4));
        QCOMPARE(
            m_messages,
            Messages({ { Opcode::Binary, "\xff" }, { Opcode::Text, "ok" }, { Opcode::Text, QByteArray("a\0b", 3) } }));
    }

    void aLineIsOneMebibyteAtMost_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("isCut");
        const qsizetype most = InstrumentCutter::kMaxLine;
        QTest::newRow("just") << most << QByteArray("\n") << false;
        QTest::newRow("just, with \\r") << most << QByteArray("\r\n") << false;
        QTest::newRow("one more") << most + 1 << QByteArray("\n") << true;
        QTest::newRow("one more, with \\r") << most + 1 << QByteArray("\r\n") << true;
        QTest::newRow("three times") << 3 * most << QByteArray("\r\n") << true;
    }
    void aLineIsOneMebibyteAtMost()
    {
        QFETCH(qsizetype, size);
        QFETCH(QByteArray, end);
        QFETCH(bool, isCut);
        const QByteArray line(size, 'x');
        for (const qsizetype step : { qsizetype(4096), qsizetype(10'000'000) }) {
            m_messages.clear();
            InstrumentCutter cutter(Framing(), collect());
            const QByteArray said = line + end + "next\n";
            for (qsizetype i = 0; i < said.size(); i += step)
                cutter.take(said.mid(i, step));
            QCOMPARE(m_messages.size(), 2);
            QVERIFY(m_messages[0].second == line.first(InstrumentCutter::kMaxLine));
            QCOMPARE(m_messages[1].second, QByteArray("next"));
            QCOMPARE(cutter.cutLines(), quint64(isCut ? 1 : 0));
        }
    }

    void memoryOfALineWithoutEndIsBounded()
    {
        InstrumentCutter cutter(Framing(), collect());
        for (int i = 0; i < 1000; ++i)
            cutter.take(QByteArray(100'000, 'x'));
        QVERIFY(m_messages.isEmpty());
        cutter.end();
        QCOMPARE(m_messages.size(), 1);
        QCOMPARE(m_messages[0].second.size(), InstrumentCutter::kMaxLine);
        QCOMPARE(cutter.cutLines(), 1U);
    }

    void halfALineOfWhatIsGoneIsForgotten()
    {
        InstrumentCutter cutter(Framing(), collect());
        cutter.take("half");
        cutter.clear();
        cutter.take("whole\n");
        QCOMPARE(m_messages, Messages({ { Opcode::Text, "whole" } }));
    }

    void rawPiecesEndWithALull()
    {
        InstrumentCutter cutter({ .isRaw = true }, collect());
        cutter.take("ab\n");
        cutter.take("c");
        QVERIFY(m_messages.isEmpty() && cutter.hasPending());
        cutter.lull();
        QVERIFY(!cutter.hasPending());
        cutter.lull();
        QCOMPARE(m_messages, Messages({ { Opcode::Binary, "ab\nc" } }));
    }

    void rawPiecesAreNotEndless()
    {
        InstrumentCutter cutter({ .isRaw = true }, collect());
        const QByteArray said(3 * InstrumentCutter::kMaxPiece + 7, 'x');
        cutter.take(said);
        QCOMPARE(m_messages.size(), 3);
        cutter.end();
        QCOMPARE(m_messages.size(), 4);
        QCOMPARE(m_messages.last().second.size(), 7);
    }

private:
    using Messages = QList<std::pair<Opcode, QByteArray>>;

    InstrumentCutter::Emit collect()
    {
        return [this](Opcode opcode, QByteArrayView payload) { m_messages.append({ opcode, payload.toByteArray() }); };
    }

    Messages m_messages;
};

QTEST_GUILESS_MAIN(TestInstrumentCutter)
#include "tst_instrumentcutter.moc"
