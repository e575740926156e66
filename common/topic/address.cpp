// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/topic/address.h"

#include "common/topic/percent.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <optional>

namespace relay::topic {

namespace {

constexpr qsizetype kMaxPath = 1024; // bytes, after decoding
constexpr QByteArrayView kIn = "/in/";
constexpr QByteArrayView kOut = "/out/";

// Reserved from the first day, so that no topic has to move when the part behind a name arrives.
constexpr std::array<QByteArrayView, 18> kReserved
    = { "session", "bids",    "status", "stats",   "ws",           "watch",        "data", "shell",  "connect",
        "api",     "healthz", "readyz", "metrics", "openapi.yaml", "swagger.json", "docs", "assets", "favicon.ico" };

bool isControl(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7f;
}

bool isOfSessionTopic(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || (c >= '&' && c <= '/');
}

// U+0080 to U+009F: among them the one-character escape sequences of terminals, where topics get printed.
bool hasC1Control(QByteArrayView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0)
            return true;
    }
    return false;
}

std::optional<QByteArray> faultOfBytes(QByteArrayView path)
{
    if (path.isEmpty() || path[0] != '/')
        return QByteArray("The path of a topic starts with a slash.");
    if (path.size() > kMaxPath)
        return QByteArray("The topic is longer than 1024 bytes.");
    if (path.contains('%'))
        return QByteArray("The path has a % after decoding. Encode it once only, and use no % in the name of a topic.");
    if (std::any_of(path.begin(), path.end(), isControl))
        return QByteArray("The path has a control character.");
    if (!path.isValidUtf8())
        return QByteArray("The path is not valid UTF-8.");
    if (hasC1Control(path))
        return QByteArray("The path has a control character.");
    return std::nullopt;
}

std::optional<QByteArray> faultOfSegments(QByteArrayView path)
{
    for (qsizetype start = 1; start <= path.size();) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        const QByteArrayView segment = path.sliced(start, end - start);
        if (segment.isEmpty())
            return QByteArray("The path has an empty segment: two slashes side by side.");
        if (segment == "." || segment == "..")
            return QByteArray("The path has a segment \".\" or \"..\". Name the topic in full.");
        start = end + 1;
    }
    return std::nullopt;
}

QByteArrayView firstSegmentOf(QByteArrayView path)
{
    const qsizetype end = path.indexOf('/', 1);
    return path.sliced(1, (end < 0 ? path.size() : end) - 1);
}

Address addressOf(const QByteArray &path)
{
    Address address { .path = path, .topic = path, .mayRead = true, .mayWrite = true };
    if (path.startsWith(kIn))
        address.topic = kOut.toByteArray() + path.sliced(kIn.size());
    else if (path.startsWith(kOut))
        address.mayWrite = false;
    return address;
}

} // namespace

std::variant<Address, Refusal> parseOpenPath(QByteArrayView rawPath)
{
    std::optional<QByteArray> decoded = percentDecoded(rawPath);
    if (!decoded)
        return Refusal { .reason = "The path has a % that is not followed by two hexadecimal digits." };
    QByteArray path = *std::move(decoded);
    if (path == "/")
        return Refusal { .reason = "The path names no topic. Use /<topic>, or /in/<topic> and /out/<topic>." };
    if (path.endsWith('/'))
        path.chop(1);
    if (auto fault = faultOfBytes(path))
        return Refusal { .reason = *std::move(fault) };
    if (auto fault = faultOfSegments(path))
        return Refusal { .reason = *std::move(fault) };
    const QByteArrayView first = firstSegmentOf(path);
    if (isReserved(first)) {
        return Refusal { .reason
                         = "/" + first.toByteArray() + " is reserved for the relay itself. Choose another topic.",
                         .isReserved = true };
    }
    if (path == "/in" || path == "/out")
        return Refusal { .reason = path + " needs the name of a topic: " + path + "/<topic>." };
    return addressOf(path);
}

std::variant<QByteArray, Refusal> parseSessionTopic(QByteArrayView rawTopic)
{
    std::optional<QByteArray> decoded = percentDecoded(rawTopic);
    if (!decoded)
        return Refusal { .reason = "The topic has a % that is not followed by two hexadecimal digits." };
    QByteArray path = '/' + *std::move(decoded);
    if (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    if (path.size() < 2)
        return Refusal { .reason = "The path names no topic. Use /session/<topic>." };
    if (auto fault = faultOfBytes(path))
        return Refusal { .reason = *std::move(fault) };
    if (auto fault = faultOfSegments(path))
        return Refusal { .reason = *std::move(fault) };
    if (!std::all_of(path.begin(), path.end(), isOfSessionTopic))
        return Refusal { .reason = "The topic has a character that is not allowed. Allowed are letters, digits and "
                                   "_ & ' ( ) * + , - . /" };
    return path.sliced(1);
}

bool isReserved(QByteArrayView firstSegment)
{
    return std::find(kReserved.begin(), kReserved.end(), firstSegment) != kReserved.end();
}

QByteArray displayName(QByteArrayView topic)
{
    if (topic.startsWith(kOut))
        return topic.sliced(kOut.size()).toByteArray();
    if (topic.startsWith('/'))
        return topic.sliced(1).toByteArray();
    return topic.toByteArray();
}

} // namespace relay::topic
