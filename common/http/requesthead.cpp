// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/requesthead.h"

#include "common/http/beastparser.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <optional>

namespace relay::http {

namespace {

constexpr qsizetype kMaxLine = 8 * 1024; // QWebSocketServer reads no longer ones
constexpr int kMaxHeaderLines = 100;     // nor more of them

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isControl(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7f;
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

//! Walks over the lines of a head until the empty one, and refuses at the first byte that no head may have.
class LineScan
{
public:
    explicit LineScan(QByteArrayView bytes)
        : m_bytes(bytes.first(std::min(bytes.size(), kMaxHead)))
    {
    }

    //! The size of the head when it is whole; 0 when it is not, or when fault() says why it never will be.
    qsizetype run()
    {
        while (m_at < m_bytes.size() && !m_fault && !m_isEnd) {
            const char c = m_bytes[m_at++];
            step(c);
            if (c != '\r' && c != '\n')
                passOrdinary();
        }
        if (!m_isEnd && !m_fault && m_bytes.size() == kMaxHead)
            refuse(431, "The head of the request is longer than 16 KiB.");
        return m_isEnd ? m_at : 0;
    }

    const std::optional<HeadFault> &fault() const { return m_fault; }

private:
    //! Bytes that nothing is to be said about, which nearly all are: neither the first of a line nor too many.
    void passOrdinary()
    {
        const qsizetype end = std::min(m_bytes.size(), m_lineStart + kMaxLine);
        while (m_at < end && !isControl(static_cast<unsigned char>(m_bytes[m_at])))
            ++m_at;
    }

    void step(char c)
    {
        if (c == '\n')
            return endLine();
        if (m_at - m_lineStart >= 2 && m_bytes[m_at - 2] == '\r')
            return refuse(400, "The head of the request has a CR without LF.");
        if (m_at - m_lineStart > kMaxLine + 1) {
            return m_lines == 0 ? refuse(414, "The request line is longer than 8 KiB.")
                                : refuse(431, "A header is longer than 8 KiB.");
        }
        if (m_at - m_lineStart == 1 && m_lines > 0 && isBlank(c))
            return refuse(400, "A header is folded over two lines. Write each header on one line.");
        if (isControl(static_cast<unsigned char>(c)) && c != '\r' && c != '\t')
            refuse(400, "The head of the request has a control character.");
    }

    void endLine()
    {
        const qsizetype length = m_at - m_lineStart;
        if (length < 2 || m_bytes[m_at - 2] != '\r')
            return refuse(400, "A line of the head ends with a bare LF. HTTP ends lines with CRLF.");
        if (length == 2 && m_lines == 0)
            return refuse(400, "The request starts with an empty line.");
        if (length == 2) {
            m_isEnd = true;
            return;
        }
        if (++m_lines > kMaxHeaderLines + 1)
            refuse(431, "The request has more than 100 headers.");
        m_lineStart = m_at;
    }

    void refuse(int status, QByteArray reason) { m_fault = HeadFault { status, std::move(reason) }; }

    QByteArrayView m_bytes;
    qsizetype m_at = 0; // behind the byte in hand
    qsizetype m_lineStart = 0;
    int m_lines = 0; // whole ones, the request line included
    bool m_isEnd = false;
    std::optional<HeadFault> m_fault;
};

// host[:port] with the characters of RFC 3986, 3.2.2. Enough to compare it; nothing is resolved.
bool isHost(QByteArrayView value)
{
    const auto isAllowed = [](unsigned char c) {
        return c > 0x20 && c < 0x7f && QByteArrayView("/?#@\\\"<>^`{|},").indexOf(static_cast<char>(c)) < 0;
    };
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), isAllowed);
}

std::optional<HeadFault> checkHost(const RequestHead &head)
{
    const int count = head.count("host");
    if (count > 1)
        return HeadFault { 400, "The request has more than one Host header." };
    if (count == 0 && head.minorVersion >= 1)
        return HeadFault { 400, "The request has no Host header, which HTTP/1.1 requires." };
    if (count == 1 && !isHost(head.header("host")))
        return HeadFault { 400, "The Host header is not a host name with an optional port." };
    return std::nullopt;
}

// Headers of which a second one would make two readers of this request see two different requests.
std::optional<HeadFault> checkSingles(const RequestHead &head)
{
    constexpr std::array<QByteArrayView, 6> singles = { "sec-websocket-key", "sec-websocket-version", "origin",
                                                        "content-length",    "transfer-encoding",     "authorization" };
    for (const QByteArrayView name : singles) {
        if (head.count(name) > 1)
            return HeadFault { 400, QByteArray("The request has more than one ") + name.toByteArray() + " header." };
    }
    return std::nullopt;
}

std::optional<HeadFault> checkBody(const RequestHead &head)
{
    const bool hasLength = head.count("content-length") > 0;
    const bool hasCoding = head.count("transfer-encoding") > 0;
    const QByteArray length = head.header("content-length");
    if (hasLength && hasCoding)
        return HeadFault { 400, "The request has both Content-Length and Transfer-Encoding." };
    if (hasLength && (length.isEmpty() || !std::all_of(length.begin(), length.end(), isDigit)))
        return HeadFault { 400, "Content-Length is not one decimal number." };
    if (hasCoding && head.minorVersion == 0)
        return HeadFault { 400, "HTTP/1.0 has no Transfer-Encoding. Send a Content-Length, or use HTTP/1.1." };
    if (hasCoding && !equalsIgnoringCase(head.header("transfer-encoding"), "chunked"))
        return HeadFault { 501, "The only transfer coding known here is chunked." };
    const bool hasBody = hasCoding || (hasLength && length.count('0') != length.size());
    if (hasBody && (head.method == "GET" || head.method == "HEAD"))
        return HeadFault { 400, "A " + head.method + " request has no body here. Use POST or PUT to send one." };
    return std::nullopt;
}

bool isVisibleAscii(char c)
{
    return c > 0x20 && c < 0x7f;
}

// The four forms of a target, RFC 9112, 3.2. Absolute form is for proxies, but servers have to understand it.
std::optional<HeadFault> splitTarget(RequestHead &head)
{
    QByteArrayView target = head.target;
    if (!std::all_of(target.begin(), target.end(), isVisibleAscii))
        return HeadFault { 400, "The target has a character that must be percent-encoded." };
    if (target.contains('#'))
        return HeadFault { 400, "The target has a #. Fragments stay with the client; encode it as %23 if it is meant." };
    if (const qsizetype colon = target.indexOf("://"); target[0] != '/' && colon > 0) {
        constexpr std::array<QByteArrayView, 4> schemes = { "http", "https", "ws", "wss" };
        const auto isScheme = [&](QByteArrayView s) { return equalsIgnoringCase(s, target.first(colon)); };
        qsizetype end = target.indexOf('/', colon + 3);
        end = end < 0 ? target.size() : end;
        const QByteArrayView authority = target.sliced(colon + 3, end - colon - 3);
        if (std::none_of(schemes.begin(), schemes.end(), isScheme)
            || !equalsIgnoringCase(authority, head.header("host")))
            return HeadFault { 400, "The target is a URL of another host; this is not a proxy. Send the path alone." };
        target = end < target.size() ? target.sliced(end) : QByteArrayView("/");
    }
    const bool isForServer = head.method == "OPTIONS" && target == "*";
    if (target[0] != '/' && !isForServer)
        return HeadFault { 400, "The target does not start with a slash." };
    const qsizetype mark = target.indexOf('?');
    head.path = target.first(mark < 0 ? target.size() : mark).toByteArray();
    head.query = mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray();
    return std::nullopt;
}

} // namespace

QByteArray RequestHead::header(QByteArrayView lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &header) { return header.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

int RequestHead::count(QByteArrayView lowerCaseName) const
{
    return static_cast<int>(std::count_if(headers.begin(), headers.end(),
                                          [&](const auto &header) { return header.first == lowerCaseName; }));
}

bool RequestHead::hasToken(QByteArrayView lowerCaseName, QByteArrayView token) const
{
    for (const auto &[name, value] : headers) {
        if (name != lowerCaseName)
            continue;
        const QByteArrayView list = value;
        for (qsizetype start = 0; start <= list.size();) {
            const qsizetype comma = list.indexOf(',', start);
            const qsizetype end = comma < 0 ? list.size() : comma;
            if (equalsIgnoringCase(list.sliced(start, end - start).trimmed(), token))
                return true;
            start = end + 1;
        }
    }
    return false;
}

std::variant<HeadIncomplete, RequestHead, HeadFault> parseHead(QByteArrayView bytes)
{
    LineScan scan(bytes);
    const qsizetype size = scan.run();
    if (scan.fault())
        return *scan.fault();
    if (size == 0)
        return HeadIncomplete {};
    RequestHead head;
    head.size = size;
    if (auto fault = readWithBeast(bytes.first(size), head))
        return *std::move(fault);
    for (const auto check : { checkHost, checkSingles, checkBody }) {
        if (auto fault = check(head))
            return *std::move(fault);
    }
    if (auto fault = splitTarget(head))
        return *std::move(fault);
    return head;
}

} // namespace relay::http
