// SPDX-License-Identifier: GPL-3.0-or-later
// All that the relay takes from Boost.Beast: its parser, fed by hand, without streams or I/O.
#include "common/http/beastparser.h"

#include "common/http/chunkdecoder.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <string_view>

namespace relay::http {

namespace {

namespace beast = boost::beast;
using beast::http::error;
using beast::http::field;
using ErrorCode = beast::error_code;
using StringView = beast::string_view;

QByteArray toByteArray(StringView text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

//! Beast's parser with hooks that do nothing; each user overrides those that it needs.
class ParserBase : public beast::http::basic_parser<true>
{
protected:
    void on_request_impl(beast::http::verb, StringView, StringView, int, ErrorCode &) override { }
    void on_response_impl(int, StringView, int, ErrorCode &) override { }
    void on_field_impl(field, StringView, StringView, ErrorCode &) override { }
    void on_header_impl(ErrorCode &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ErrorCode &) override { }
    std::size_t on_body_impl(StringView body, ErrorCode &) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, StringView, ErrorCode &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, StringView body, ErrorCode &) override { return body.size(); }
    void on_finish_impl(ErrorCode &) override { }
};

class HeadParser final : public ParserBase
{
public:
    explicit HeadParser(RequestHead &head)
        : m_head(head)
    {
        header_limit(kMaxHead);
        body_limit(boost::none); // how much body is welcome is not a question of the head
    }

private:
    void on_request_impl(beast::http::verb, StringView method, StringView target, int version, ErrorCode &) override
    {
        m_head.method = toByteArray(method);
        m_head.target = toByteArray(target);
        m_head.minorVersion = version % 10;
    }

    void on_field_impl(field, StringView name, StringView value, ErrorCode &) override
    {
        m_head.headers.emplace_back(toByteArray(name).toLower(), toByteArray(value));
    }

    RequestHead &m_head;
};

// "GET / HTTP/2.0" is a version that we lack; "GET / JUNK" is no request line.
bool namesHttpVersion(QByteArrayView wholeHead)
{
    const QByteArrayView line = wholeHead.first(wholeHead.indexOf('\r'));
    const QByteArrayView version = line.sliced(line.indexOf(' ', line.indexOf(' ') + 1) + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5]) && version[6] == '.'
        && isDigit(version[7]);
}

HeadFault faultOf(const ErrorCode &code, QByteArrayView wholeHead)
{
    if (code == error::bad_method)
        return { 400, "The request line does not start with a method and one space." };
    if (code == error::bad_target)
        return { 400, "The target in the request line is missing or holds a character that is not allowed." };
    if (code == error::bad_version && namesHttpVersion(wholeHead))
        return { 505, "Only HTTP/1.0 and HTTP/1.1 are spoken here." };
    if (code == error::bad_version)
        return { 400, "The request line does not end with HTTP/1.1 after one space." };
    if (code == error::bad_field)
        return {
            400,
            "The name of a header is missing or holds a character that is not allowed; no space may stand before the colon."
        };
    if (code == error::bad_content_length || code == error::multiple_content_length)
        return { 400, "Content-Length is not one decimal number, or stands beside Transfer-Encoding." };
    if (code == error::bad_transfer_encoding)
        return { 400, "Transfer-Encoding is given twice, or stands beside Content-Length." };
    return { 400, "The value of a header holds what is not allowed there." };
}

} // namespace

std::optional<HeadFault> readWithBeast(QByteArrayView wholeHead, RequestHead &head)
{
    HeadParser parser(head);
    ErrorCode code;
    parser.put(boost::asio::const_buffer(wholeHead.data(), static_cast<std::size_t>(wholeHead.size())), code);
    if (!code && parser.is_header_done())
        return std::nullopt;
    return faultOf(code, wholeHead);
}

struct ChunkDecoder::Private final : ParserBase
{
    Private()
    {
        // Beast reads chunks only after a head, so it gets the shortest that announces them.
        constexpr std::string_view head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        body_limit(boost::none);
        ErrorCode code;
        put(boost::asio::const_buffer(head.data(), head.size()), code);
    }

    void on_chunk_header_impl(std::uint64_t size, StringView, ErrorCode &) override { remaining = size; }

    std::span<const char> takeBody(std::span<const char> &input);
    void takeLine(std::span<const char> &input);
    void checkLine(std::span<const char> last);
    void parseLines();
    void fail(int status, std::string why);

    std::string lines; // the framing that Beast has not taken yet
    std::string failure;
    std::uint64_t remaining = 0; // of the current chunk's data
    int failureStatus = 0;
    bool isInTrailers = false;
    State state = State::Reading;
};

std::span<const char> ChunkDecoder::Private::takeBody(std::span<const char> &input)
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(remaining, input.size()));
    const std::span<const char> piece = input.first(size);
    ErrorCode code;
    put(boost::asio::const_buffer(piece.data(), piece.size()), code);
    input = input.subspan(size);
    remaining -= size;
    return piece;
}

// Beast gets its framing line by line, so that a line torn between two reads is held here and never a byte of data.
void ChunkDecoder::Private::takeLine(std::span<const char> &input)
{
    const auto lineEnd = std::find(input.begin(), input.end(), '\n');
    const bool isWhole = lineEnd != input.end();
    const auto size = static_cast<std::size_t>(lineEnd - input.begin()) + (isWhole ? 1 : 0);
    if (lines.size() + size > kMaxChunkLine) {
        return isInTrailers ? fail(431, "The trailers after the body are longer than 8 KiB.")
                            : fail(400, "The line before a chunk is longer than 8 KiB.");
    }
    const std::size_t before = lines.rfind('\n') == std::string::npos ? 0 : lines.rfind('\n') + 1;
    lines.append(input.data(), size);
    input = input.subspan(size);
    if (!isWhole)
        return;
    checkLine(std::span<const char>(lines).subspan(before));
    if (state == State::Reading)
        parseLines();
}

// What Beast would let pass: a bare LF in an extension, control bytes, folded trailers. Proxies disagree on each.
void ChunkDecoder::Private::checkLine(std::span<const char> last)
{
    if (last.size() < 2 || last[last.size() - 2] != '\r')
        return fail(400, "A line in the chunked body ends with a bare LF instead of CRLF.");
    const auto text = last.first(last.size() - 2);
    const auto isControl = [](unsigned char byte) { return (byte < 0x20 && byte != '\t') || byte == 0x7f; };
    if (std::any_of(text.begin(), text.end(), isControl))
        return fail(400, "A control character stands in the framing of the chunked body.");
    if (isInTrailers && !text.empty() && (text.front() == ' ' || text.front() == '\t'))
        fail(400, "A trailer is folded over two lines.");
}

void ChunkDecoder::Private::parseLines()
{
    ErrorCode code;
    put(boost::asio::const_buffer(lines.data(), lines.size()), code);
    if (code == error::need_more) {
        isInTrailers = lines.size() > 2; // a lone CRLF is the end of the chunk before, more is the last chunk's line
        return;
    }
    if (code)
        return fail(400, "The chunked body is malformed: a chunk must be its size in hexadecimal, CRLF, data, CRLF.");
    lines.clear();
    if (is_done())
        state = State::Finished;
}

void ChunkDecoder::Private::fail(int status, std::string why)
{
    state = State::Failed;
    failureStatus = status;
    failure = std::move(why);
}

ChunkDecoder::ChunkDecoder()
    : d(std::make_unique<Private>())
{
}

ChunkDecoder::~ChunkDecoder() = default;
ChunkDecoder::ChunkDecoder(ChunkDecoder &&) noexcept = default;
ChunkDecoder &ChunkDecoder::operator=(ChunkDecoder &&) noexcept = default;

std::span<const char> ChunkDecoder::next(std::span<const char> &input)
{
    while (d->state == State::Reading && !input.empty()) {
        if (d->remaining > 0)
            return d->takeBody(input);
        d->takeLine(input);
    }
    return {};
}

ChunkDecoder::State ChunkDecoder::state() const
{
    return d->state;
}

int ChunkDecoder::failureStatus() const
{
    return d->failureStatus;
}

const std::string &ChunkDecoder::failure() const
{
    return d->failure;
}

} // namespace relay::http
