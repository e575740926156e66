// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/response.h"

#include <QDateTime>
#include <QLocale>

namespace relay::http {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Status"; // the phrase carries no meaning (RFC 9112, 4), but readers of traces expect a word
    }
}

// IMF-fixdate, RFC 9110, 5.6.7: always in English, whatever the locale of the process.
QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

} // namespace

QByteArray response(int status, QByteArrayView contentType, QByteArrayView body, QByteArrayView extraHeaders,
                    bool withBody)
{
    QByteArray bytes;
    bytes.reserve(256 + extraHeaders.size() + (withBody ? body.size() : 0));
    bytes.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ').append(reasonPhrase(status));
    bytes.append("\r\nDate: ").append(httpDate());
    if (status != 204) { // which has no content, nor a length of it (RFC 9110, 8.6)
        bytes.append("\r\nContent-Type: ").append(contentType);
        bytes.append("\r\nContent-Length: ").append(QByteArray::number(body.size()));
    }
    bytes.append("\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n");
    bytes.append(extraHeaders).append("\r\n");
    if (withBody)
        bytes.append(body);
    return bytes;
}

QByteArray refusal(int status, QByteArrayView reason, QByteArrayView extraHeaders)
{
    QByteArray body = reason.toByteArray();
    body.append('\n');
    return response(status, "text/plain; charset=utf-8", body, extraHeaders);
}

} // namespace relay::http
