// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/feedspec.h"

#include <QTest>

using namespace relay::client::feed;
using namespace std::chrono_literals;

class TestFeedSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tcpEnds()
    {
        const FeedSpec plain = good("data=tcp:127.0.0.1:4000");
        QCOMPARE(plain.feed, QStringLiteral("data"));
        QVERIFY(std::get<TcpEnd>(plain.end) == (TcpEnd { QStringLiteral("127.0.0.1"), 4000 }));
        QVERIFY(plain.framing == Framing());
        QVERIFY(std::get<TcpEnd>(good("a/b.c-d_1=tcp:[::1]:65535").end) == (TcpEnd { QStringLiteral("::1"), 65535 }));
        QVERIFY(std::get<TcpEnd>(good("x=tcp:scope.lab:1").end) == (TcpEnd { QStringLiteral("scope.lab"), 1 }));
    }

    void framings()
    {
        QVERIFY(good("x=tcp:h:1,raw").framing == (Framing { .isRaw = true, .lull = 5ms }));
        QVERIFY(good("x=tcp:h:1,raw=20ms").framing == (Framing { .isRaw = true, .lull = 20ms }));
        QVERIFY(good("x=tcp:h:1,cr").framing == (Framing { .lineEnd = Framing::LineEnd::CarriageReturn }));
        QVERIFY(good("x=serial:/dev/ttyS0,9600,crlf,8N1").framing
                == (Framing { .lineEnd = Framing::LineEnd::CarriageReturnNewline }));
        QVERIFY(good("x=serial:/dev/ttyS0,9600,raw=1s").framing == (Framing { .isRaw = true, .lull = 1s }));
    }

    void serialEnds()
    {
        const QString device = QStringLiteral("/dev/ttyUSB0");
        QVERIFY(serial("x=serial:/dev/ttyUSB0,115200") == (SerialEnd { .device = device, .baud = 115200 }));
        QVERIFY(serial("x=serial:/dev/ttyUSB0,9600,7e2,rtscts,raw")
                == (SerialEnd { device, 9600, 7, SerialEnd::Parity::Even, 2, SerialEnd::Flow::Hardware }));
        QVERIFY(serial("x=serial:/dev/ttyUSB0,9600,raw,8O1,xonxoff")
                == (SerialEnd { device, 9600, 8, SerialEnd::Parity::Odd, 1, SerialEnd::Flow::Software }));
        QCOMPARE(serial("x=serial:/dev/serial/by-path/pci-0000:00:14.0=1,300").device,
                 QStringLiteral("/dev/serial/by-path/pci-0000:00:14.0=1"));
    }

    void whatIsNoFeedIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto bad = [](const char *text, const char *says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(says);
        };
        for (const char *shapeless :
             { "", "data", "tcp:127.0.0.1:4000", "data=", "data=4000", "data=udp:h:1", "data=TCP:h:1", "data=tcp" })
            bad(shapeless, "NAME=tcp:HOST:PORT");
        for (const char *name : { "=tcp:h:1", "a b=tcp:h:1", "/a=tcp:h:1", "a/=tcp:h:1", "\u00e4=tcp:h:1" })
            bad(name, "letters");
        for (const char *taken : { "api=tcp:h:1", "stream/x=tcp:h:1" })
            bad(taken, "stream/");
        for (const char *end : { "x=tcp:", "x=tcp:h", "x=tcp:h:", "x=tcp::1", "x=tcp:h:0", "x=tcp:h:65536", "x=tcp:h:+1",
                                 "x=tcp:::1:80", "x=tcp:[h]:80", "x=tcp:h:1x", "x=tcp:http://h:1", "x=tcp:a b:1" })
            bad(end, "a port from 1 to 65535");
        for (const char *words : { "x=tcp:h:1,", "x=tcp:h:1,lines", "x=tcp:h:1,raw=", "x=tcp:h:1,raw=0ms",
                                   "x=tcp:h:1,raw=11s", "x=tcp:h:1,raw,crlf", "x=tcp:h:1,cr,cr", "x=tcp:h:1,8N1" })
            bad(words, "behind the port");
        for (const char *device : { "x=serial:", "x=serial:ttyUSB0,9600", "x=serial:,9600" })
            bad(device, "whole path");
        for (const char *speed :
             { "x=serial:/dev/ttyS0", "x=serial:/dev/ttyS0,", "x=serial:/dev/ttyS0,8N1", "x=serial:/dev/ttyS0,0",
               "x=serial:/dev/ttyS0,-9600", "x=serial:/dev/ttyS0,99999999" })
            bad(speed, "the speed");
        for (const char *words : { "x=serial:/d,9600,", "x=serial:/d,9600,9N1", "x=serial:/d,9600,8X1",
                                   "x=serial:/d,9600,8N3", "x=serial:/d,9600,8N", "x=serial:/d,9600,dtr" })
            bad(words, "behind the speed");
    }
    void whatIsNoFeedIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto spec = parseFeed(text);
        QVERIFY(std::holds_alternative<QString>(spec));
        const QString sentence = std::get<QString>(spec);
        QVERIFY2(sentence.startsWith(QStringLiteral("must ")), qPrintable(sentence));
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }

private:
    static FeedSpec good(const char *text) { return std::get<FeedSpec>(parseFeed(QString::fromUtf8(text))); }
    static SerialEnd serial(const char *text) { return std::get<SerialEnd>(good(text).end); }
};

QTEST_GUILESS_MAIN(TestFeedSpec)
#include "tst_feedspec.moc"
