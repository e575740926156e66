// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/feedspec.h"

#include "common/config/value.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace relay::client::feed {

namespace {

constexpr qsizetype kMaxName = 256;

QString shape()
{
    return QStringLiteral("must be NAME=tcp:HOST:PORT or NAME=serial:DEVICE,SPEED, such as data=tcp:127.0.0.1:4000 or "
                          "arm=serial:/dev/ttyUSB0,115200");
}

QString refusalOfName(const QString &name)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
            || QStringLiteral("-_./").contains(c);
    };
    if (name.isEmpty() || name.size() > kMaxName || !std::all_of(name.begin(), name.end(), isAllowed)
        || name.startsWith(u'/') || name.endsWith(u'/'))
        return QStringLiteral("must name the feed by up to 256 letters, digits and - _ . / in between");
    // What comes by these names steers the host, or is made of other feeds.
    if (name == u"api" || name.startsWith(u"stream/"))
        return QStringLiteral("must name a feed that is not api and does not begin with stream/");
    return {};
}

std::optional<TcpEnd> tcpEnd(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QString host = text.first(colon);
    const auto port = config::parseInteger(QStringView(text).sliced(colon + 1));
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    if (!port || *port < 1 || *port > 65535 || host.isEmpty() || host.contains(u':') != isBracketed
        || host.contains(u'/') || host.contains(u' '))
        return std::nullopt;
    return TcpEnd { host, quint16(*port) };
}

//! "8N1": data bits, parity, stop bits.
bool takeBits(const QString &word, SerialEnd &end)
{
    const qsizetype parity = word.size() == 3 ? QStringLiteral("NEO").indexOf(word[1].toUpper()) : -1;
    if (parity < 0 || word[0] < u'5' || word[0] > u'8' || (word[2] != u'1' && word[2] != u'2'))
        return false;
    end.dataBits = word[0].digitValue();
    end.parity = SerialEnd::Parity(parity);
    end.stopBits = word[2].digitValue();
    return true;
}

bool takeFlow(const QString &word, SerialEnd &end)
{
    if (word == u"rtscts")
        end.flow = SerialEnd::Flow::Hardware;
    else if (word == u"xonxoff")
        end.flow = SerialEnd::Flow::Software;
    else
        return false;
    return true;
}

//! "raw", "raw=20ms", "cr" and "crlf", once.
bool takeFraming(const QString &word, Framing &framing)
{
    using namespace std::chrono_literals;
    if (framing != Framing())
        return false;
    if (word == u"raw")
        framing.isRaw = true;
    else if (word == u"cr")
        framing.lineEnd = Framing::LineEnd::CarriageReturn;
    else if (word == u"crlf")
        framing.lineEnd = Framing::LineEnd::CarriageReturnNewline;
    if (!word.startsWith(u"raw="))
        return framing != Framing();
    const auto lull = config::parseDuration(QStringView(word).sliced(4));
    if (!lull || *lull < 1ms || *lull > 10s)
        return false;
    framing = { .isRaw = true, .lull = std::chrono::ceil<std::chrono::milliseconds>(*lull) };
    return true;
}

std::variant<FeedSpec, QString> parseTcp(FeedSpec spec, const QStringList &words)
{
    const auto end = tcpEnd(words.constFirst());
    if (!end)
        return QStringLiteral("must name a host and a port from 1 to 65535, such as tcp:127.0.0.1:4000 or "
                              "tcp:[::1]:4000");
    spec.end = *end;
    for (const QString &word : words.sliced(1)) {
        if (!takeFraming(word, spec.framing))
            return QStringLiteral("must have nothing behind the port but cr, crlf, raw or raw=TIME (1ms to 10s)");
    }
    return spec;
}

std::variant<FeedSpec, QString> parseSerial(FeedSpec spec, const QStringList &words)
{
    constexpr qint64 kFastest = 20'000'000; // bits per s
    SerialEnd end { .device = words.constFirst() };
    if (!end.device.startsWith(u'/'))
        return QStringLiteral("must name the device by its whole path, such as serial:/dev/ttyUSB0,115200");
    const auto baud = config::parseInteger(words.value(1));
    if (!baud || *baud < 1 || *baud > kFastest)
        return QStringLiteral("must have the speed behind the device, such as serial:/dev/ttyUSB0,115200");
    end.baud = qint32(*baud);
    for (const QString &word : words.sliced(2)) {
        if (!takeBits(word, end) && !takeFlow(word, end) && !takeFraming(word, spec.framing))
            return QStringLiteral("must have nothing behind the speed but bits such as 8N1, rtscts or xonxoff, and cr, "
                                  "crlf, raw or raw=TIME (1ms to 10s)");
    }
    spec.end = end;
    return spec;
}

} // namespace

std::variant<FeedSpec, QString> parseFeed(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return shape();
    const FeedSpec spec { .feed = text.first(equals), .end = {}, .framing = {} };
    const QString rest = text.sliced(equals + 1);
    const qsizetype colon = rest.indexOf(u':');
    const QString kind = rest.first(std::max<qsizetype>(colon, 0));
    if (kind != u"tcp" && kind != u"serial")
        return shape();
    if (QString fault = refusalOfName(spec.feed); !fault.isEmpty())
        return fault;
    const QStringList words = rest.sliced(colon + 1).split(u',');
    return kind == u"tcp" ? parseTcp(spec, words) : parseSerial(spec, words);
}

QString faultOfFeed(const QString &text)
{
    const auto parsed = parseFeed(text);
    const auto *fault = std::get_if<QString>(&parsed);
    return fault ? *fault : QString();
}

} // namespace relay::client::feed
