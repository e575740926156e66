// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <variant>
#include <vector>

namespace relay::http {

inline constexpr qsizetype kMaxHead = 16 * 1024; //!< bytes, request line and headers with the empty line

//! One HTTP/1.x request head, strictly read (RFC 9112). Header names are lower case, values trimmed.
struct RequestHead
{
    QByteArray method;
    QByteArray target;    //!< as sent
    QByteArray path;      //!< target up to '?', still percent-encoded
    QByteArray query;     //!< after '?'
    int minorVersion = 1; //!< HTTP/1.0 or 1.1
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    qsizetype size = 0; //!< bytes of the head, with the empty line

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const; //!< empty when absent
    [[nodiscard]] int count(QByteArrayView lowerCaseName) const;
    //! Whether a comma-separated header holds this token, in any case: Connection, Upgrade, Expect.
    [[nodiscard]] bool hasToken(QByteArrayView lowerCaseName, QByteArrayView token) const;
};

struct HeadIncomplete
{
};

//! What is wrong with a request, by its head: the status to answer with (400, 411, 426, ...), a sentence for the client
//! and header fields that belong to the status, whole lines with CRLF.
struct HeadFault
{
    int status = 400;
    QByteArray reason = {};
    QByteArray headers = {};
};

//! Reads a head from the start of `bytes`; what follows the head is not touched. Pure.
[[nodiscard]] std::variant<HeadIncomplete, RequestHead, HeadFault> parseHead(QByteArrayView bytes);

} // namespace relay::http
