// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/topic/address.h"

#include <QtTest>

#include <random>

using namespace relay::topic;

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathNamesTopicAndDirection_data();
    void pathNamesTopicAndDirection();
    void pathIsRefused_data();
    void pathIsRefused();
    void everyReservedSegmentIsRefusedWhole_data();
    void everyReservedSegmentIsRefusedWhole();
    void everyByteInAPath();
    void lengthCountsDecodedBytes();
    void anAcceptedPathIsCanonical();
    void sessionTopicIsTakenWhole_data();
    void sessionTopicIsTakenWhole();
    void sessionTopicIsRefusedAndNeverCutShort_data();
    void sessionTopicIsRefusedAndNeverCutShort();
    void displayNameIsHowPeopleWriteIt_data();
    void displayNameIsHowPeopleWriteIt();
};

void AddressTest::pathNamesTopicAndDirection_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("mayWrite");
    const auto row = [](const char *raw, const char *path, const char *topic, bool mayWrite) {
        QTest::newRow(raw) << QByteArray(raw) << QByteArray(path) << QByteArray(topic) << mayWrite;
    };
    row("/in/demo", "/in/demo", "/out/demo", true);
    row("/out/demo", "/out/demo", "/out/demo", false);
    row("/in/demo/", "/in/demo", "/out/demo", true);
    row("/in%2fdemo", "/in/demo", "/out/demo", true);
    row("/%69n/demo", "/in/demo", "/out/demo", true);
    row("/in/a/b/c", "/in/a/b/c", "/out/a/b/c", true);
    row("/out/a/b", "/out/a/b", "/out/a/b", false);
    row("/in/in/x", "/in/in/x", "/out/in/x", true);
    row("/in/out/x", "/in/out/x", "/out/out/x", true);
    row("/in/stats", "/in/stats", "/out/stats", true);
    row("/bi/x", "/bi/x", "/bi/x", true);
    row("/chat", "/chat", "/chat", true);
    row("/chat/", "/chat", "/chat", true);
    row("/chat%2F", "/chat", "/chat", true);
    row("/inn/x", "/inn/x", "/inn/x", true);
    row("/outer/x", "/outer/x", "/outer/x", true);
    row("/a%20b", "/a b", "/a b", true);
    row("/a+b,c(d)*e", "/a+b,c(d)*e", "/a+b,c(d)*e", true);
    row("/a:b@c", "/a:b@c", "/a:b@c", true);
    row("/caf%C3%A9", "/caf\xc3\xa9", "/caf\xc3\xa9", true);
    row("/caf\xc3\xa9", "/caf\xc3\xa9", "/caf\xc3\xa9", true);
    row("/%F0%9F%8E%A5", "/\xf0\x9f\x8e\xa5", "/\xf0\x9f\x8e\xa5", true);
    row("/%3Fq", "/?q", "/?q", true);
    row("/...", "/...", "/...", true);
    row("/.hidden", "/.hidden", "/.hidden", true);
    row("/statistics", "/statistics", "/statistics", true);
    row("/x/stats", "/x/stats", "/x/stats", true);
    row("/Stats", "/Stats", "/Stats", true);
}

void AddressTest::pathNamesTopicAndDirection()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, topic);
    QFETCH(bool, mayWrite);
    const auto result = parseOpenPath(raw);
    QVERIFY2(std::holds_alternative<Address>(result),
             std::get_if<Refusal>(&result) ? std::get<Refusal>(result).reason.constData() : "");
    const Address expected { .path = path, .topic = topic, .mayRead = true, .mayWrite = mayWrite };
    QVERIFY(std::get<Address>(result) == expected);
}

void AddressTest::pathIsRefused_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("inReason");
    const auto row = [](const char *name, const QByteArray &raw, const char *inReason) {
        QTest::newRow(name) << raw << QByteArray(inReason);
    };
    row("nothing", "", "starts with a slash");
    row("no slash", "demo", "starts with a slash");
    row("slash alone", "/", "names no topic");
    row("slashes alone", "//", "empty segment");
    row("in alone", "/in", "needs the name");
    row("in with slash", "/in/", "needs the name");
    row("out alone", "/out/", "needs the name");
    row("empty in the middle", "/a//b", "empty segment");
    row("empty at the start", "//a", "empty segment");
    row("two slashes at the end", "/a//", "empty segment");
    row("encoded empty segment", "/a%2F%2Fb", "empty segment");
    row("dot", "/a/./b", "\".\"");
    row("dot at the end", "/a/.", "\".\"");
    row("dots", "/a/../b", "\"..\"");
    row("dots first", "/..", "\"..\"");
    row("encoded dots", "/a/%2e%2E/b", "\"..\"");
    row("dots between encoded slashes", "/a%2f..%2fb", "\"..\"");
    row("torn escape", "/a%", "hexadecimal");
    row("half escape", "/a%4", "hexadecimal");
    row("no digits", "/a%zz", "hexadecimal");
    row("percent after decoding", "/a%25", "after decoding");
    row("encoded twice", "/a%252f..", "after decoding");
    row("NUL", "/a%00b", "control");
    row("raw NUL", QByteArray("/a\0b", 4), "control");
    row("newline", "/a%0Ab", "control");
    row("escape", "/%1b[2J", "control");
    row("delete", "/a%7F", "control");
    row("C1 control", "/a%C2%9B31m", "control");
    row("lone continuation", "/a%80", "UTF-8");
    row("overlong slash", "/a%C0%AF", "UTF-8");
    row("overlong dot", "/%E0%80%AE", "UTF-8");
    row("surrogate", "/a%ED%A0%80", "UTF-8");
    row("beyond Unicode", "/a%F4%90%80%80", "UTF-8");
    row("torn character", "/a%E2%82", "UTF-8");
    row("too long", "/" + QByteArray(1024, 'a'), "1024");
}

void AddressTest::pathIsRefused()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, inReason);
    const auto result = parseOpenPath(raw);
    QVERIFY(std::holds_alternative<Refusal>(result));
    QVERIFY2(std::get<Refusal>(result).reason.contains(inReason), std::get<Refusal>(result).reason.constData());
    QVERIFY(!std::get<Refusal>(result).isReserved);
}

void AddressTest::everyReservedSegmentIsRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("segment");
    for (const char *segment :
         { "session", "bids", "status", "stats", "ws", "watch", "data", "shell", "connect", "api", "healthz", "readyz",
           "metrics", "openapi.yaml", "swagger.json", "docs", "assets", "favicon.ico" })
        QTest::newRow(segment) << QByteArray(segment);
}

void AddressTest::everyReservedSegmentIsRefusedWhole()
{
    QFETCH(QByteArray, segment);
    QVERIFY(isReserved(segment));
    for (const QByteArray &tail : { QByteArray(), QByteArray("/"), QByteArray("/x"), QByteArray("%2Fx") }) {
        const QByteArray raw = QByteArray("/").append(segment).append(tail);
        const auto result = parseOpenPath(raw);
        QVERIFY2(std::holds_alternative<Refusal>(result), raw.constData());
        QVERIFY(std::get<Refusal>(result).isReserved);
        QVERIFY(std::get<Refusal>(result).reason.contains(segment));
    }
    for (const QByteArray &free :
         { QByteArray("x").append(segment), QByteArray(segment).append('x'), segment.toUpper() }) {
        QVERIFY(!isReserved(free));
        QVERIFY(std::holds_alternative<Address>(parseOpenPath(QByteArray("/").append(free))));
    }
}

void AddressTest::everyByteInAPath()
{
    for (int value = 0; value < 256; ++value) {
        const QByteArray encoded = "/a%" + QByteArray(1, static_cast<char>(value)).toHex() + "b";
        // As one byte: no control character, no %, and not above ASCII, where UTF-8 needs company.
        const bool isFree = value >= 0x20 && value < 0x7f && value != '%';
        QVERIFY2(std::holds_alternative<Address>(parseOpenPath(encoded)) == isFree, encoded.constData());
    }
}

void AddressTest::lengthCountsDecodedBytes()
{
    QVERIFY(std::holds_alternative<Address>(parseOpenPath(QByteArray("/").append(QByteArray(1023, 'a')))));
    QVERIFY(std::holds_alternative<Address>(parseOpenPath(QByteArray("/").append(QByteArray("%61").repeated(1023)))));
    QVERIFY(std::holds_alternative<Refusal>(parseOpenPath(QByteArray("/").append(QByteArray("%61").repeated(1024)))));
}

// Whatever is accepted names itself: asked for again, encoded or not, it is the same topic.
void AddressTest::anAcceptedPathIsCanonical()
{
    std::mt19937 random(20240607);
    const QByteArrayList pieces = { "/",   "in", "out",   "a",      ".",   "..",   "%2f",   "%2E",
                                    "%25", "%",  "stats", "%C3%A9", "%80", "\x01", "x%20y", "+" };
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray raw = "/";
        for (unsigned count = random() % 6; count > 0; --count)
            raw += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))];
        const auto first = parseOpenPath(raw);
        const auto *address = std::get_if<Address>(&first);
        if (!address)
            continue;
        ++accepted;
        QVERIFY2(std::get<Address>(parseOpenPath(address->path)) == *address, raw.constData());
        QVERIFY(std::get<Address>(parseOpenPath(address->path.toPercentEncoding("/"))) == *address);
        QVERIFY(address->path.startsWith('/') && !address->path.endsWith('/') && !address->path.contains("//"));
        QVERIFY(address->mayRead);
        QCOMPARE(address->mayWrite, !address->path.startsWith("/out/"));
    }
    QVERIFY(accepted > 1000);
}

void AddressTest::sessionTopicIsTakenWhole_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("topic");
    const auto row
        = [](const char *raw, const char *topic) { QTest::newRow(raw) << QByteArray(raw) << QByteArray(topic); };
    row("123", "123");
    row("123/", "123");
    row("a.b-c_d", "a.b-c_d");
    row("a/b/c", "a/b/c");
    row("a%2Fb%2fc", "a/b/c");
    row("a+b,c(d)*e&f'g", "a+b,c(d)*e&f'g");
    row("a%2bb", "a+b");
    row("stats", "stats");
    row("session", "session");
}

void AddressTest::sessionTopicIsTakenWhole()
{
    QFETCH(QByteArray, raw);
    const auto parsed = parseSessionTopic(raw);
    QVERIFY(std::holds_alternative<QByteArray>(parsed));
    QTEST(std::get<QByteArray>(parsed), "topic");
}

void AddressTest::sessionTopicIsRefusedAndNeverCutShort_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw : { "",     "/",     "a b",      "a%20b",  "a:b",    "a@b", "a~b",  "a%", "a%2",
                             "a%zz", "%252f", "a%25b",    "..",     "a/../b", "./a", "a//b", "/a", "a%00",
                             "%0a",  "a%7f",  "\xc3\xa9", "%c3%a9", "a;b",    "a=b", "a!b",  "a$b" })
        QTest::newRow(raw) << QByteArray(raw);
    QTest::newRow("too long") << QByteArray(1024, 'a');
}

void AddressTest::sessionTopicIsRefusedAndNeverCutShort()
{
    QFETCH(QByteArray, raw);
    const auto parsed = parseSessionTopic(raw);
    QVERIFY(std::holds_alternative<Refusal>(parsed));
    QVERIFY(!std::get<Refusal>(parsed).reason.isEmpty());
    QVERIFY(!std::get<Refusal>(parsed).isReserved);
}

void AddressTest::displayNameIsHowPeopleWriteIt_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("out") << QByteArray("/out/demo") << QByteArray("demo");
    QTest::newRow("out with slashes") << QByteArray("/out/a/b") << QByteArray("a/b");
    QTest::newRow("free") << QByteArray("/bi/x") << QByteArray("bi/x");
    QTest::newRow("one segment") << QByteArray("/chat") << QByteArray("chat");
    QTest::newRow("like out") << QByteArray("/outer/x") << QByteArray("outer/x");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void AddressTest::displayNameIsHowPeopleWriteIt()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, name);
    QCOMPARE(displayName(topic), name);
}

QTEST_APPLESS_MAIN(AddressTest)
#include "tst_address.moc"
