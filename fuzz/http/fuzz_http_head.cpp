// SPDX-License-Identifier: GPL-3.0-or-later
// The request head: a verdict never changes with more bytes, and an accepted head keeps every promise of the header.
#include "common/http/requesthead.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace relay::http;

namespace {

using Result = std::variant<HeadIncomplete, RequestHead, HeadFault>;

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

bool same(const Result &a, const Result &b)
{
    if (a.index() != b.index())
        return false;
    if (const auto *fault = std::get_if<HeadFault>(&a))
        return fault->status == std::get<HeadFault>(b).status && fault->reason == std::get<HeadFault>(b).reason;
    if (const auto *head = std::get_if<RequestHead>(&a)) {
        const auto &other = std::get<RequestHead>(b);
        return head->method == other.method && head->target == other.target && head->size == other.size
            && head->headers == other.headers;
    }
    return true;
}

void checkHead(const RequestHead &head, QByteArrayView bytes)
{
    require(head.size > 0 && head.size <= kMaxHead && head.size <= bytes.size());
    const QByteArrayView text = bytes.first(head.size);
    require(text.endsWith("\r\n\r\n") && text.indexOf("\r\n\r\n") == head.size - 4);
    require(text.count('\n') == text.toByteArray().count("\r\n"));
    require(!text.contains('\0'));
    require(!text.toByteArray().contains("\r\n ") && !text.toByteArray().contains("\r\n\t"));
    require(!head.method.isEmpty() && (head.path.startsWith('/') || head.path == "*"));
    require(!head.path.contains('?') && !head.target.contains('#'));
    require(head.minorVersion == 0 || head.count("host") == 1);
    require(head.count("sec-websocket-key") <= 1 && head.count("origin") <= 1);
    require(head.count("content-length") + head.count("transfer-encoding") <= 1);
    for (const auto &[name, value] : head.headers) {
        require(!name.isEmpty() && name == name.toLower() && !name.contains(' ') && !name.contains(':'));
        require(value == value.trimmed() && !value.contains('\r') && !value.contains('\n'));
    }
}

} // namespace

//! An input: two octets that say where it is cut, then the bytes of the connection.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 2, static_cast<qsizetype>(size - 2));
    const Result whole = parseHead(bytes);
    if (const auto *head = std::get_if<RequestHead>(&whole))
        checkHead(*head, bytes);
    if (const auto *fault = std::get_if<HeadFault>(&whole))
        require(fault->status >= 400 && fault->status < 600 && fault->reason.endsWith('.'));
    const qsizetype cut = std::min<qsizetype>(bytes.size(), data[0] * 256 + data[1]);
    const Result part = parseHead(bytes.first(cut));
    require(std::holds_alternative<HeadIncomplete>(part) || same(part, whole));
    return 0;
}
