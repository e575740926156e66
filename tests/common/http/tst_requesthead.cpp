// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/requesthead.h"

#include <QtTest>

#include <random>

using namespace relay::http;

namespace {

using Result = std::variant<HeadIncomplete, RequestHead, HeadFault>;

const QByteArray kUpgrade = "GET /in/demo?code=1 HTTP/1.1\r\nHost: localhost:9999\r\nUpgrade: websocket\r\n"
                            "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            "Sec-WebSocket-Version: 13\r\nUser-Agent:  test/1.0 \t\r\n\r\n";

QByteArray get(const QByteArray &headers)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers)
{
    return "POST /in/a HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

//! One line for any outcome, so that two can be compared and read.
QByteArray text(const Result &result)
{
    if (std::holds_alternative<HeadIncomplete>(result))
        return "incomplete";
    if (const auto *fault = std::get_if<HeadFault>(&result))
        return QByteArray::number(fault->status) + " " + fault->reason;
    const auto &head = std::get<RequestHead>(result);
    QByteArray all = head.method + " " + head.target + " [" + head.path + "|" + head.query + "] 1."
        + QByteArray::number(head.minorVersion) + " size=" + QByteArray::number(head.size);
    for (const auto &[name, value] : head.headers)
        all += " " + name + "=" + value + ";";
    return all;
}

} // namespace

class RequestHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverythingOfAnUpgrade();
    void headersAreFoundByNameAndToken();
    void bytesBehindTheHeadStayUntouched();
    void isIncompleteUntilTheLastByte();
    void isAccepted_data();
    void isAccepted();
    void isRefused_data();
    void isRefused();
    void aFaultIsFoundBeforeTheHeadIsWhole_data();
    void aFaultIsFoundBeforeTheHeadIsWhole();
    void limits_data();
    void limits();
    void everyControlByteIsRefusedEverywhere();
    void aVerdictNeverChangesWithMoreBytes();
};

void RequestHeadTest::readsEverythingOfAnUpgrade()
{
    const Result result = parseHead(kUpgrade);
    QVERIFY2(std::holds_alternative<RequestHead>(result), text(result).constData());
    const auto &head = std::get<RequestHead>(result);
    QCOMPARE(head.method, "GET");
    QCOMPARE(head.target, "/in/demo?code=1");
    QCOMPARE(head.path, "/in/demo");
    QCOMPARE(head.query, "code=1");
    QCOMPARE(head.minorVersion, 1);
    QCOMPARE(head.size, kUpgrade.size());
    QCOMPARE(head.headers.size(), std::size_t(6));
    QCOMPARE(head.headers[5].first, "user-agent");
    QCOMPARE(head.headers[5].second, "test/1.0");
}

void RequestHeadTest::headersAreFoundByNameAndToken()
{
    const auto head = std::get<RequestHead>(
        parseHead(get("Accept: a\r\nACCEPT: b\r\nConnection: keep-alive ,\tUpgrade,x\r\nConnection: last\r\n")));
    QCOMPARE(head.header("accept"), "a");
    QCOMPARE(head.count("accept"), 2);
    QCOMPARE(head.header("absent"), QByteArray());
    QCOMPARE(head.count("absent"), 0);
    QVERIFY(head.hasToken("connection", "upgrade"));
    QVERIFY(head.hasToken("connection", "KEEP-ALIVE"));
    QVERIFY(head.hasToken("connection", "last"));
    QVERIFY(!head.hasToken("connection", "up"));
    QVERIFY(!head.hasToken("absent", "x"));
}

void RequestHeadTest::bytesBehindTheHeadStayUntouched()
{
    const Result alone = parseHead(kUpgrade);
    for (const QByteArray &tail : { QByteArray("\x81\x80\0\0\0\0", 6), QByteArray("\r\n\r\n"),
                                    QByteArray("GET / HTTP/1.1\n\n"), QByteArray(100000, '\0') })
        QCOMPARE(text(parseHead(QByteArray(kUpgrade).append(tail))), text(alone));
}

void RequestHeadTest::isIncompleteUntilTheLastByte()
{
    for (qsizetype size = 0; size < kUpgrade.size(); ++size)
        QCOMPARE(text(parseHead(QByteArrayView(kUpgrade).first(size))), "incomplete");
}

void RequestHeadTest::isAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const QByteArray &bytes, const char *path) {
        QTest::newRow(name) << bytes << QByteArray(path);
    };
    row("HTTP/1.0 without Host", "GET /x HTTP/1.0\r\n\r\n", "/x");
    row("unknown method", "BREW /x HTTP/1.1\r\nHost: a\r\n\r\n", "/x");
    row("empty query", "GET /x? HTTP/1.1\r\nHost: a\r\n\r\n", "/x");
    row("question mark in the query", "GET /x?a?b HTTP/1.1\r\nHost: a\r\n\r\n", "/x");
    row("escapes stay", "GET /a%2Fb%20 HTTP/1.1\r\nHost: a\r\n\r\n", "/a%2Fb%20");
    row("whole server", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "*");
    row("absolute form of this host", "GET http://A:80/x?y HTTP/1.1\r\nHost: a:80\r\n\r\n", "/x");
    row("absolute form without path", "GET ws://a HTTP/1.1\r\nHost: a\r\n\r\n", "/");
    row("URL within a path", "GET /see/http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "/see/http://b/");
    row("IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:9999\r\n\r\n", "/");
    row("empty value", get("X-Empty:\r\n"), "/");
    row("Latin-1 in a value", get("User-Agent: caf\xe9\r\n"), "/");
    row("tab in a value", get("User-Agent: a\tb\r\n"), "/");
    row("no body announced twice over", get("Content-Length: 0\r\n"), "/");
    row("POST with length", post("Content-Length: 376\r\n"), "/in/a");
    row("POST with the largest length", post("Content-Length: 18446744073709551615\r\n"), "/in/a");
    row("POST chunked", post("Transfer-Encoding: Chunked\r\n"), "/in/a");
    row("POST without either", post(""), "/in/a");
    row("as ffmpeg sends it",
        "POST /in/demo HTTP/1.1\r\nTransfer-Encoding: chunked\r\nUser-Agent: Lavf/59.27.100\r\nAccept: */*\r\n"
        "Expect: 100-continue\r\nConnection: close\r\nHost: 127.0.0.1:9999\r\nIcy-MetaData: 1\r\n\r\n",
        "/in/demo");
}

void RequestHeadTest::isAccepted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, path);
    const Result result = parseHead(bytes);
    QVERIFY2(std::holds_alternative<RequestHead>(result), text(result).constData());
    QCOMPARE(std::get<RequestHead>(result).path, path);
    QCOMPARE(std::get<RequestHead>(result).size, bytes.size());
}

void RequestHeadTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QByteArray(expected);
    };
    row("no Host", "GET / HTTP/1.1\r\nAccept: x\r\n\r\n", "400 no Host");
    row("two Hosts", get("Host: a\r\n"), "400 more than one Host");
    row("two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", "400 more than one Host");
    row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400 not a host name");
    row("two names in Host", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "400 not a host name");
    row("path in Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400 not a host name");
    row("user in Host", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", "400 not a host name");
    row("two keys", get("Sec-WebSocket-Key: a\r\nsec-websocket-key: a\r\n"), "400 more than one sec-websocket-key");
    row("two versions", get("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 13\r\n"),
        "400 more than one sec-websocket-version");
    row("two origins", get("Origin: http://a\r\nOrigin: http://a\r\n"), "400 more than one origin");
    row("two tokens", get("Authorization: a\r\nAuthorization: b\r\n"), "400 more than one authorization");
    row("two lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n"), "400 more than one content-length");
    row("two different lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n"), "400 Content-Length");
    row("list of lengths", post("Content-Length: 5, 5\r\n"), "400 Content-Length");
    row("signed length", post("Content-Length: +5\r\n"), "400 Content-Length");
    row("negative length", post("Content-Length: -5\r\n"), "400 Content-Length");
    row("hexadecimal length", post("Content-Length: 0x5\r\n"), "400 Content-Length");
    row("empty length", post("Content-Length:\r\n"), "400 Content-Length");
    row("length beyond 64 bits", post("Content-Length: 18446744073709551616\r\n"), "400 Content-Length");
    row("length and chunked", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), "400 Transfer-Encoding");
    row("chunked and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), "400 Content-Length");
    row("length and unknown coding", post("Content-Length: 5\r\nTransfer-Encoding: x\r\n"), "400 Transfer-Encoding");
    row("chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), "400 ransfer-");
    row("chunked not last", post("Transfer-Encoding: chunked, gzip\r\n"), "501 transfer coding");
    row("gzip first", post("Transfer-Encoding: gzip, chunked\r\n"), "501 transfer coding");
    row("misspelt coding", post("Transfer-Encoding: xchunked\r\n"), "501 transfer coding");
    row("coding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "400 HTTP/1.0");
    row("GET with a length", get("Content-Length: 1\r\n"), "400 no body");
    row("GET with chunks", get("Transfer-Encoding: chunked\r\n"), "400 no body");
    row("HEAD with a length", "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n", "400 no body");
    row("folded header", get("X-A: b\r\n c\r\n"), "400 folded");
    row("folded with tab", get("X-A: b\r\n\tc\r\n"), "400 folded");
    row("fold before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "400 folded");
    row("blank line that is not empty", "GET / HTTP/1.1\r\nHost: a\r\n \r\n\r\n", "400 folded");
    row("space before the colon", get("X-A : b\r\n"), "400 before the colon");
    row("no colon", get("X-A\r\n"), "400 name of a header");
    row("no name", get(": b\r\n"), "400 name of a header");
    row("name beyond ASCII", get("X-\xc3\xa9: b\r\n"), "400 name of a header");
    row("quote in a name", get("X\"A: b\r\n"), "400 name of a header");
    row("bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n", "400 bare LF");
    row("bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400 bare LF");
    row("bare LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n", "400 bare LF");
    row("bare CR", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", "400 CR without LF");
    row("CR CR LF", "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", "400 CR without LF");
    row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400 empty line");
    row("NUL in a value", get(QByteArray("X-A: b\0c\r\n", 10)), "400 control");
    row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28), "400 control");
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400 target");
    row("space before the method", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "400 method");
    row("tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 method");
    row("colon in the method", "G:T / HTTP/1.1\r\nHost: a\r\n\r\n", "400 method");
    row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", "400 ");
    row("no version", "GET /\r\nHost: a\r\n\r\n", "400 ");
    row("four words", "GET / x HTTP/1.1\r\nHost: a\r\n\r\n", "400 request line");
    row("space at the end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "400 request line");
    row("lower case version", "GET / http/1.1\r\nHost: a\r\n\r\n", "400 request line");
    row("junk version", "GET / JUNKX1.1\r\nHost: a\r\n\r\n", "400 request line");
    row("long version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", "400 request line");
    row("HTTP/2.0", "PRI * HTTP/2.0\r\n\r\n", "505 HTTP/1.1");
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", "505 HTTP/1.1");
    row("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", "505 HTTP/1.1");
    row("target without slash", "GET demo HTTP/1.1\r\nHost: a\r\n\r\n", "400 slash");
    row("asterisk with GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "400 slash");
    row("other host in the target", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 proxy");
    row("port differs in the target", "GET http://a:81/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 proxy");
    row("user in the target", "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 proxy");
    row("unknown scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 proxy");
    row("tunnel", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", "400 slash");
    row("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", "400 #");
    row("UTF-8 in the target", "GET /caf\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", "400 percent-encoded");
    row("broken list in Connection", get("Connection: a b\r\n"), "400 value of a header");
    row("TLS to a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), "400 control");
}

void RequestHeadTest::isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const QByteArray got = text(parseHead(bytes));
    QVERIFY2(got.startsWith(expected.first(4)), got.constData());
    QVERIFY2(got.contains(expected.sliced(4)), got.constData());
    QVERIFY2(got.endsWith('.'), got.constData());
}

void RequestHeadTest::aFaultIsFoundBeforeTheHeadIsWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n") << QByteArray("400");
    QTest::newRow("fold") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n ") << QByteArray("400");
    QTest::newRow("control byte") << QByteArray("\x16") << QByteArray("400");
    QTest::newRow("request line without end") << QByteArray("GET /").append(QByteArray(9000, 'a')) << QByteArray("414");
    QTest::newRow("header without end") << QByteArray("GET / HTTP/1.1\r\nA: ").append(QByteArray(9000, 'a'))
                                        << QByteArray("431");
    QTest::newRow("headers without end") << QByteArray("GET / HTTP/1.1\r\n").append(QByteArray("A: b\r\n").repeated(101))
                                         << QByteArray("431");
    QTest::newRow("16 KiB and no end")
        << QByteArray("GET / HTTP/1.1\r\n")
               .append((QByteArray("A: ").append(QByteArray(1000, 'a')).append("\r\n")).repeated(17))
        << QByteArray("431");
}

void RequestHeadTest::aFaultIsFoundBeforeTheHeadIsWhole()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    const QByteArray got = text(parseHead(bytes));
    QVERIFY2(got.startsWith(status), got.constData());
}

void RequestHeadTest::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status"); // empty: accepted
    const auto headOfSize = [](qsizetype size) {
        QByteArray bytes = get(QByteArray("A: ").append(QByteArray(4000, 'a')).append("\r\n").repeated(3));
        const qsizetype missing = size - bytes.size() - 5;
        bytes.chop(2);
        return bytes.append("B: ").append(QByteArray(missing, 'b')).append("\r\n\r\n");
    };
    QTest::newRow("head of 16 KiB") << headOfSize(kMaxHead) << QByteArray();
    QTest::newRow("head of 16 KiB and one") << headOfSize(kMaxHead + 1) << QByteArray("431");
    const auto lineOfSize = [](qsizetype size) {
        return QByteArray("GET /").append(QByteArray(size - 14, 'a')).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
    };
    QTest::newRow("request line of 8 KiB") << lineOfSize(8192) << QByteArray();
    QTest::newRow("request line of 8 KiB and one") << lineOfSize(8193) << QByteArray("414");
    QTest::newRow("request line of 15 KiB") << lineOfSize(15000) << QByteArray("414");
    QTest::newRow("request line of 1 MiB") << lineOfSize(1 << 20) << QByteArray("414");
    QTest::newRow("100 headers") << get(QByteArray("A: b\r\n").repeated(99)) << QByteArray();
    QTest::newRow("101 headers") << get(QByteArray("A: b\r\n").repeated(100)) << QByteArray("431");
    QTest::newRow("header of 9 KiB") << get("A: " + QByteArray(9000, 'a') + "\r\n") << QByteArray("431");
}

void RequestHeadTest::limits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    const Result result = parseHead(bytes);
    if (status.isEmpty())
        QVERIFY2(std::holds_alternative<RequestHead>(result), text(result).constData());
    else
        QVERIFY2(text(result).startsWith(status), text(result).left(100).constData());
}

void RequestHeadTest::everyControlByteIsRefusedEverywhere()
{
    for (int value = 0; value < 256; ++value) {
        const char byte = static_cast<char>(value);
        if ((value >= 0x20 && value != 0x7f) || byte == '\t')
            continue;
        for (qsizetype at = 0; at < kUpgrade.size(); ++at) {
            if (byte == '\n' && at == kUpgrade.size() - 1)
                continue; // the last LF twice: a whole head, and a byte behind it
            QByteArray bytes = kUpgrade;
            bytes.insert(at, byte);
            const Result result = parseHead(bytes);
            QVERIFY2(std::holds_alternative<HeadFault>(result), text(result).constData());
        }
    }
}

// However the bytes arrive: what is said about a prefix is what is said about all that starts with it.
void RequestHeadTest::aVerdictNeverChangesWithMoreBytes()
{
    std::mt19937 random(7);
    const QByteArray alphabet("\r\n :/?\tGaH1.\0\x80,", 16);
    int heads = 0;
    int faults = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = kUpgrade;
        for (unsigned edits = random() % 3; edits > 0; --edits) {
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            const char byte = alphabet[static_cast<qsizetype>(random() % static_cast<unsigned>(alphabet.size()))];
            random() % 2 ? bytes.insert(at, byte) : bytes.replace(at, 1, QByteArray(1, byte));
        }
        const Result whole = parseHead(bytes);
        heads += std::holds_alternative<RequestHead>(whole);
        faults += std::holds_alternative<HeadFault>(whole);
        for (qsizetype size = 0; size <= bytes.size(); size += 1 + static_cast<qsizetype>(random() % 20)) {
            const Result part = parseHead(QByteArrayView(bytes).first(size));
            if (!std::holds_alternative<HeadIncomplete>(part))
                QCOMPARE(text(part), text(whole));
        }
    }
    QVERIFY2(heads > 500 && faults > 500, QByteArray::number(heads).constData());
}

QTEST_APPLESS_MAIN(RequestHeadTest)
#include "tst_requesthead.moc"
