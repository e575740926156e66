// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/messagecutter.h"

#include <QTest>

using namespace relay;
using namespace relay::client::pipe;

namespace {

//! What comes out, each with a T or a B before it, when the bytes come in pieces of this size.
QByteArrayList cut(Form form, const QByteArray &bytes, qsizetype piece = 1 << 20)
{
    QByteArrayList messages;
    MessageCutter cutter(form, [&](ws::Opcode opcode, QByteArrayView payload) {
        messages.append((opcode == ws::Opcode::Text ? "T" : "B") + payload.toByteArray());
    });
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        cutter.take(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    cutter.finish();
    return messages;
}

QByteArray packets(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += QByteArray("\x47\x1f\xf0\x10", 4) + QByteArray(184, char('a' + i % 26));
    return bytes;
}

} // namespace

class TestMessageCutter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreMessagesHoweverTheyCome()
    {
        const QByteArray text = "one\ntwo\r\n\nna\xc3\xafve\nlast";
        const QByteArrayList expected { "Tone", "Ttwo", "T", "Tna\xc3\xafve", "Tlast" };
        for (qsizetype piece = 1; piece <= text.size(); ++piece) {
            QCOMPARE(cut(Form::Lines, text, piece), expected);
            QCOMPARE(cut(Form::Auto, text, piece), expected);
        }
    }

    void aLineThatIsNoTextIsBinary()
    {
        QCOMPARE(cut(Form::Lines, "ok\n\xff\xfe\n"), (QByteArrayList { "Tok", "B\xff\xfe" }));
    }

    void packetsStayWholeHoweverTheyCome()
    {
        const QByteArray stream = packets(50);
        for (const qsizetype piece : { 1, 100, 187, 188, 189, 5000 }) {
            QByteArray all;
            for (const QByteArray &message : cut(Form::Auto, stream, piece)) {
                QVERIFY(message.startsWith('B'));
                QCOMPARE((message.size() - 1) % 188, 0);
                all += message.sliced(1);
            }
            QCOMPARE(all, stream);
        }
    }

    void whatIsNoStreamIsSaid()
    {
        MessageCutter cutter(Form::Ts, [](ws::Opcode, QByteArrayView) { QFAIL("nothing is to be sent"); });
        cutter.take(QByteArray(1000, 'x'));
        QVERIFY(!cutter.fault().isEmpty());
    }

    void otherBytesAreSentAsTheyCome()
    {
        const QByteArray bytes = QByteArray::fromHex("000102ff") + QByteArray(300, '\0');
        QCOMPARE(cut(Form::Auto, bytes), (QByteArrayList { "B" + bytes }));
        QCOMPARE(cut(Form::Binary, "text\nall the same"), (QByteArrayList { "Btext\nall the same" }));
    }

    void aFewBytesAreDecidedAboutAtTheEnd()
    {
        QCOMPARE(cut(Form::Auto, "hi"), (QByteArrayList { "Thi" }));
        QCOMPARE(cut(Form::Auto, QByteArray(3, '\0')), (QByteArrayList { "B" + QByteArray(3, '\0') }));
        QVERIFY(cut(Form::Auto, "").isEmpty());
    }

    void aLineWithoutEndIsBounded()
    {
        const QByteArray endless(MessageCutter::kMaxLine + 5, 'x');
        const QByteArrayList messages = cut(Form::Lines, endless, 1 << 20);
        QVERIFY(messages.size() >= 1);
        qsizetype sum = 0;
        for (const QByteArray &message : messages)
            sum += message.size() - 1;
        QCOMPARE(sum, endless.size());
    }
};

QTEST_GUILESS_MAIN(TestMessageCutter)
#include "tst_messagecutter.moc"
