// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/page.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relay::admin {

namespace {

SortKey keyOf(const QJsonValue &value)
{
    if (value.isDouble())
        return { .isText = false, .number = value.toDouble(), .text = {} };
    if (value.isArray())
        return { .isText = true, .number = 0, .text = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact) };
    return { .isText = true, .number = 0, .text = value.toString().toUtf8() };
}

QJsonValue valueOf(const SortKey &key)
{
    return key.isText ? QJsonValue(QString::fromUtf8(key.text)) : QJsonValue(key.number);
}

} // namespace

std::variant<PageRequest, Error> readPageRequest(Arguments &arguments)
{
    PageRequest request;
    const QString filter = arguments.text(QLatin1String("filter"), 1024, QString());
    request.sortColumn = arguments.text(QLatin1String("sort"), 64, QString());
    request.limit = int(arguments.integer(QLatin1String("limit"), { 1, kRowsPerMessage }, kRowsPerMessage));
    request.cursor = arguments.text(QLatin1String("cursor"), 8192, QString()).toLatin1();
    request.fields = arguments.texts(QLatin1String("fields"), 64);
    if (arguments.error())
        return *arguments.error();
    if (request.sortColumn.startsWith(QLatin1Char('-'))) {
        request.isDescending = true;
        request.sortColumn.remove(0, 1);
    }
    if (!request.cursor.isEmpty() && !readCursor(request.cursor))
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"cursor\" is none that this server gave out.") };
    auto parsed = Filter::parse(filter);
    if (auto *error = std::get_if<Error>(&parsed))
        return std::move(*error);
    request.filter = std::move(std::get<Filter>(parsed));
    return request;
}

Position positionFromRow(const QByteArray &row)
{
    const QJsonArray values = QJsonDocument::fromJson(row).array();
    return { keyOf(values.last()), keyOf(values.first()) };
}

QByteArray writeCursor(const Position &position)
{
    const QJsonArray pair { valueOf(position.value), valueOf(position.id) };
    return QJsonDocument(pair)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<Position> readCursor(const QByteArray &cursor)
{
    if (cursor.isEmpty())
        return std::nullopt;
    const QJsonArray pair
        = QJsonDocument::fromJson(QByteArray::fromBase64(cursor, QByteArray::Base64UrlEncoding)).array();
    if (pair.size() != 2)
        return std::nullopt;
    return Position { keyOf(pair.at(0)), keyOf(pair.at(1)) };
}

} // namespace relay::admin
