// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/apirequest.h"

#include "common/topic/percent.h"
#include "server/access/apianswers.h"

namespace relay::access {

namespace {

QByteArray mediaTypeOf(const QByteArray &value)
{
    const qsizetype end = value.indexOf(';');
    return value.left(end < 0 ? value.size() : end).trimmed().toLower();
}

bool hasBody(const http::RequestHead &head)
{
    return head.count("transfer-encoding") > 0 || head.header("content-length").toLongLong() > 0;
}

bool isMediaType(const QByteArray &type)
{
    const qsizetype slash = type.indexOf('/');
    return slash > 0 && slash + 1 < type.size() && !type.contains(' ') && type.count('/') == 1;
}

bool acceptsJson(const http::RequestHead &head)
{
    if (head.count("accept") == 0)
        return true;
    for (const auto &[name, value] : head.headers) {
        if (name != "accept")
            continue;
        const QByteArrayList ranges = value.split(',');
        for (const QByteArray &range : ranges) {
            const QByteArray type = mediaTypeOf(range);
            if (type.isEmpty() || type == "*/*" || type == "application/*" || type == "application/json")
                return true;
        }
    }
    return false;
}

//! Of several the last; "+" is a blank, as forms write it.
std::optional<QByteArray> lastInQuery(QByteArrayView query, QByteArrayView name)
{
    std::optional<QByteArray> last;
    const QByteArrayList pairs = query.toByteArray().split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype sign = pair.indexOf('=');
        if (pair.left(sign < 0 ? pair.size() : sign) != name)
            continue;
        QByteArray value = sign < 0 ? QByteArray() : pair.mid(sign + 1);
        value.replace('+', ' ');
        last = topic::percentDecoded(value).value_or(QByteArray());
    }
    return last;
}

Answer required(const char *name)
{
    return frameError(422, 602, QLatin1String(name) + QStringLiteral(" in query is required"));
}

} // namespace

QByteArray tokenIn(const http::RequestHead &head)
{
    constexpr QByteArrayView kBearer = "bearer ";
    QByteArray value = head.header("authorization").trimmed();
    if (value.left(kBearer.size()).toLower() == kBearer)
        value = value.mid(kBearer.size()).trimmed();
    return value;
}

std::optional<Answer> faultOfMedia(const http::RequestHead &head)
{
    if (head.header("content-length").toLongLong() > kMaxBody)
        return frameError(413, QStringLiteral("the request body is larger than 64 KiB, and none is needed"));
    if (hasBody(head) && head.count("content-type") > 0) {
        const QByteArray type = mediaTypeOf(head.header("content-type"));
        if (!isMediaType(type))
            return frameError(400, QStringLiteral("malformed content type"));
        if (type != "application/json") {
            return frameError(415,
                              QStringLiteral("unsupported media type \"%1\", only [application/json] are allowed")
                                  .arg(QString::fromUtf8(type)));
        }
    }
    if (!acceptsJson(head)) {
        return frameError(406,
                          QStringLiteral("unsupported media type requested, only [application/json] are available"));
    }
    return std::nullopt;
}

std::variant<BookingQuery, Answer> bookingIn(const http::RequestHead &head)
{
    const auto booking = lastInQuery(head.query, "bid");
    if (!booking || booking->isEmpty())
        return required("bid");
    const auto until = lastInQuery(head.query, "exp");
    if (!until || until->isEmpty())
        return required("exp");
    bool isNumber = false;
    const std::int64_t seconds = until->toLongLong(&isNumber);
    if (!isNumber) {
        return frameError(422, 601,
                          QStringLiteral("exp in query must be of type int64: ")
                              + QString::fromUtf8(jsonString(QString::fromUtf8(*until))));
    }
    return BookingQuery { QString::fromUtf8(*booking), seconds };
}

QByteArray firstInQuery(QByteArrayView query, QByteArrayView name)
{
    const QByteArrayList pairs = query.toByteArray().split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype sign = pair.indexOf('=');
        if (sign > 0 && pair.left(sign) == name)
            return topic::percentDecoded(pair.mid(sign + 1)).value_or(QByteArray());
    }
    return {};
}

} // namespace relay::access
