// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/hexdump.h"
#include "gui/tap/jsonmodel.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tsmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace relay;
using namespace relay::gui::tap;

namespace {

constexpr auto kTester = QAbstractItemModelTester::FailureReportingMode::QtTest;

QVector<Message> messages(quint64 first, int count, const QByteArray &preview = "abc")
{
    QVector<Message> all;
    for (int i = 0; i < count; ++i)
        all.append(
            { .n = first + quint64(i), .at = 1000 + qint64(first) + i, .size = preview.size(), .preview = preview });
    return all;
}

//! The tree as lines: two blanks for each step down.
QStringList picture(const JsonModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << QString(2 * depth, QLatin1Char(' ')) + index.data().toString();
        lines << picture(model, index, depth + 1);
    }
    return lines;
}

mpegts::TsStream stream(quint16 pid, quint64 errors = 0)
{
    mpegts::TsStream stream;
    stream.pid = pid;
    stream.recentErrors = errors;
    return stream;
}

} // namespace

class TestTapModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestMessageIsFirst();
    void theOldestMessagesLeave();
    void previewsAreBounded();
    void hexHasOffsetBytesAndLetters();
    void textHidesNothingAndActsOnNothing_data();
    void textHidesNothingAndActsOnNothing();
    void jsonIsATree();
    void jsonIsShownAsItWasSent();
    void jsonMayBeAnyValue_data();
    void jsonMayBeAnyValue();
    void noJsonIsSaid();
    void deepAndLongJsonIsBounded();
    void streamsComeAndGoByPid();
    void errorsOfAStreamAreMarked();
};

void TestTapModels::theNewestMessageIsFirst()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    model.add(messages(1, 3));
    model.add(messages(4, 2));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.at(0).n, quint64(5));
    QCOMPARE(model.at(4).n, quint64(1));
    QCOMPARE(model.index(0, MessageModel::SizeColumn).data().toString(), QStringLiteral("3"));
    QVector<Message> more = messages(6, 2);
    more[0].lost = 12;
    more[1].isKey = true;
    model.add(more);
    QCOMPARE(model.index(0, MessageModel::MarkColumn).data().toString(), QStringLiteral("key"));
    QCOMPARE(model.index(1, MessageModel::MarkColumn).data().toString(), QStringLiteral("12 lost"));
}

void TestTapModels::theOldestMessagesLeave()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    model.add(messages(1, MessageModel::kMaxRows - 1));
    model.add(messages(MessageModel::kMaxRows, 3));
    QCOMPARE(model.rowCount(), MessageModel::kMaxRows);
    QCOMPARE(model.at(model.rowCount() - 1).n, quint64(3));
    model.add(messages(5000, 3 * MessageModel::kMaxRows)); // more than there is room for at once
    QCOMPARE(model.rowCount(), MessageModel::kMaxRows);
    QCOMPARE(model.at(0).n, quint64(5000 + 3 * MessageModel::kMaxRows - 1));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.bytes(), qint64(0));
}

void TestTapModels::previewsAreBounded()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    const QByteArray big(kPreviewBytes, 'x');
    for (int i = 0; i < 20; ++i)
        model.add(messages(quint64(i) * 50, 50, big));
    QVERIFY(model.bytes() <= MessageModel::kMaxBytes);
    QCOMPARE(model.bytes(), qint64(model.rowCount()) * kPreviewBytes);
    QCOMPARE(model.at(0).n, quint64(999));
}

void TestTapModels::hexHasOffsetBytesAndLetters()
{
    QCOMPARE(hexDump(QByteArray("{\"a\": 1}\n")),
             QStringLiteral("00000000   7b 22 61 22 3a 20 31 7d  0a                       |{\"a\": 1}.|"));
    const QString two = hexDump(QByteArray(17, '\xff'));
    QCOMPARE(two.count(QLatin1Char('\n')), 1);
    QVERIFY(two.section(QLatin1Char('\n'), 1).startsWith(QLatin1String("00000010   ff ")));
    QCOMPARE(hexDump({}), QString());
}

void TestTapModels::textHidesNothingAndActsOnNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("lines") << QByteArray("a\tb\nc") << QStringLiteral("a\tb\nc");
    QTest::newRow("control characters") << QByteArray("a\x1b[2J\r\0b", 8) << QStringLiteral("a\u241b[2J\u240d\u2400b");
    QTest::newRow("cut in a character") << QByteArray("gr\xc3\xbc\xc3") << QStringLiteral("gr\u00fc");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xfe") << QStringLiteral("a\ufffd\ufffd");
    QTest::newRow("a turn of the direction") << QByteArray("a\xe2\x80\xae"
                                                           "b")
                                             << QStringLiteral("a\ufffdb");
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestTapModels::textHidesNothingAndActsOnNothing()
{
    QFETCH(const QByteArray, bytes);
    QTEST(plainText(bytes), "text");
}

void TestTapModels::jsonIsATree()
{
    JsonModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    QVERIFY(model.setJson(
        R"({"angle": {"unit": "deg", "value": 128.42}, "list": [1, [true, null]], "mode": "pid", "none": {}})"));
    QCOMPARE(model.type(), QJsonValue::Object);
    QCOMPARE(model.count(), 4);
    const QStringList expected { QStringLiteral("angle: {…} 2"),
                                 QStringLiteral("  unit: \"deg\""),
                                 QStringLiteral("  value: 128.42"),
                                 QStringLiteral("list: […] 2"),
                                 QStringLiteral("  1"),
                                 QStringLiteral("  […] 2"),
                                 QStringLiteral("    true"),
                                 QStringLiteral("    null"),
                                 QStringLiteral("mode: \"pid\""),
                                 QStringLiteral("none: {}") };
    QCOMPARE(picture(model), expected);
    const QModelIndex inner = model.index(1, 0, model.index(1, 0, model.index(1, 0)));
    QCOMPARE(inner.data(JsonModel::PathRole).toString(), QStringLiteral("list[1][1]"));
    QVERIFY(model.setJson("[]"));
    QCOMPARE(model.rowCount(), 0);
}

void TestTapModels::jsonIsShownAsItWasSent()
{
    JsonModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    QVERIFY(model.setJson("\r\n { \"z\" : 1e3 , \"a\\\"}:,\" : [ { } , [ ] ,-0.10 ],\"z\":12345678901234567890 ,\n"
                          "\"\":\"\\u00e4\\\\\", \"m\": {\"b\":false,\"a\":null} } "));
    const QStringList expected { QStringLiteral("z: 1e3"),
                                 QStringLiteral("a\"}:,: […] 3"),
                                 QStringLiteral("  {}"),
                                 QStringLiteral("  []"),
                                 QStringLiteral("  -0.10"),
                                 QStringLiteral("z: 12345678901234567890"), // both of a name that is there twice
                                 QStringLiteral(": \"ä\\\\\""),
                                 QStringLiteral("m: {…} 2"),
                                 QStringLiteral("  b: false"),
                                 QStringLiteral("  a: null") };
    QCOMPARE(picture(model), expected);
    QCOMPARE(model.count(), 5);
}

void TestTapModels::jsonMayBeAnyValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("type");
    QTest::newRow("number") << QByteArray("12") << int(QJsonValue::Double);
    QTest::newRow("text") << QByteArray("\"a\"") << int(QJsonValue::String);
    QTest::newRow("null") << QByteArray(" null ") << int(QJsonValue::Null);
}

void TestTapModels::jsonMayBeAnyValue()
{
    QFETCH(const QByteArray, json);
    JsonModel model;
    QVERIFY(model.setJson(json));
    QTEST(int(model.type()), "type");
}

void TestTapModels::noJsonIsSaid()
{
    JsonModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    QVERIFY(model.setJson("{\"a\": 1}"));
    for (const char *bad : { "hello", "{\"a\": ", "1, 2", "", "]", "{} {}" }) {
        QVERIFY2(!model.setJson(bad), bad);
        QVERIFY(!model.error().isEmpty());
        QCOMPARE(model.rowCount(), 0);
    }
}

void TestTapModels::deepAndLongJsonIsBounded()
{
    JsonModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    QVERIFY(model.setJson(QByteArray(200, '[') + QByteArray(200, ']')));
    int depth = 0;
    for (QModelIndex index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;
    QCOMPARE(depth, JsonModel::kMaxDepth);
    QByteArray wide = "[0";
    for (int i = 0; i < 2 * JsonModel::kMaxNodes; ++i)
        wide += ",0";
    QVERIFY(model.setJson(wide + "]"));
    QCOMPARE(model.rowCount(), JsonModel::kMaxNodes);
    QCOMPARE(model.count(), 2 * JsonModel::kMaxNodes + 1);
    QVERIFY(model.isCut());
}

void TestTapModels::streamsComeAndGoByPid()
{
    TsModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    model.setStreams({ stream(0x100), stream(0x1FFF) });
    model.setStreams({ stream(0), stream(0x100), stream(0x101), stream(0x1FFF) });
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, TsModel::NameColumn).data().toString(), QStringLiteral("PAT"));
    QCOMPARE(model.index(2, TsModel::PidColumn).data().toString(), QStringLiteral("0x0101"));
    model.setStreams({ stream(0x101) });
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, TsModel::PidColumn).data().toString(), QStringLiteral("0x0101"));
    model.setStreams({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTapModels::errorsOfAStreamAreMarked()
{
    TsModel model;
    model.setStreams({ stream(0x100, 2), stream(0x101) });
    QCOMPARE(model.index(0, TsModel::ErrorsColumn).data().toString(), QStringLiteral("2"));
    QVERIFY(model.index(0, TsModel::ErrorsColumn).data(TsModel::TroubleRole).toBool());
    QVERIFY(!model.index(1, TsModel::ErrorsColumn).data(TsModel::TroubleRole).toBool());
    QVERIFY(!model.index(0, TsModel::RateColumn).data(TsModel::TroubleRole).toBool());
}

QTEST_MAIN(TestTapModels)
#include "tst_tapmodels.moc"
