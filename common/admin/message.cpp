// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/message.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relay::admin {

namespace {

bool isUsableId(const QJsonValue &id)
{
    return id.isDouble() || id.isString() || id.isNull() || id.isUndefined();
}

Error invalid(const QString &text)
{
    return { ErrorClass::InvalidRequest, text };
}

} // namespace

bool isComment(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.isEmpty() || text.front() == '#';
}

std::variant<Request, Error> parseRequest(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error { ErrorClass::ParseError, QStringLiteral("The line is not JSON: %1.").arg(problem.errorString()) };
    if (!document.isObject())
        return Error { ErrorClass::ParseError, QStringLiteral("A line must hold one JSON object.") };

    const QJsonObject object = document.object();
    Request request;
    request.id = object.value(QLatin1String("id"));
    if (!isUsableId(request.id))
        return invalid(QStringLiteral("\"id\" must be a number or a string."));
    const QJsonValue version = object.value(QLatin1String("jsonrpc"));
    if (!version.isUndefined() && version.toString() != QLatin1String("2.0"))
        return invalid(QStringLiteral("\"jsonrpc\" must be \"2.0\" or left out."));
    const QJsonValue method = object.value(QLatin1String("method"));
    if (!method.isString() || method.toString().isEmpty())
        return invalid(QStringLiteral("\"method\" must be a string."));
    const QJsonValue params = object.value(QLatin1String("params"));
    if (!params.isUndefined() && !params.isObject())
        return invalid(QStringLiteral("\"params\" must be an object."));
    request.method = method.toString();
    request.params = params.toObject();
    return request;
}

std::optional<std::variant<Response, Notification>> parseServerLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    if (object.contains(QLatin1String("method")))
        return Notification { object.value(QLatin1String("method")).toString(),
                              object.value(QLatin1String("params")).toObject() };
    Response response;
    response.id = object.value(QLatin1String("id"));
    if (object.contains(QLatin1String("error"))) {
        const QJsonObject error = object.value(QLatin1String("error")).toObject();
        response.errorText = error.value(QLatin1String("message")).toString();
        response.errorData = error.value(QLatin1String("data")).toObject();
        response.errorClass = response.errorData.value(QLatin1String("class")).toString();
        if (response.errorClass.isEmpty())
            response.errorClass = QString(errorName(ErrorClass::InvalidRequest));
        return response;
    }
    if (!object.contains(QLatin1String("result")))
        return std::nullopt;
    response.result = object.value(QLatin1String("result"));
    return response;
}

QByteArray toJson(const QJsonValue &value)
{
    // QJsonDocument writes arrays and objects only: wrap, and take the brackets off again.
    const QByteArray wrapped = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

QByteArray requestLine(qint64 id, const QString &method, const QJsonObject &params)
{
    const QJsonObject object { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") },
                               { QStringLiteral("id"), id },
                               { QStringLiteral("method"), method },
                               { QStringLiteral("params"), params } };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray notificationLine(QLatin1String method, const QJsonObject &params)
{
    const QJsonObject object { { QStringLiteral("jsonrpc"), QStringLiteral("2.0") },
                               { QStringLiteral("method"), QString(method) },
                               { QStringLiteral("params"), params } };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray resultLine(const QJsonValue &id, const QByteArray &resultJson)
{
    return "{\"jsonrpc\":\"2.0\",\"id\":" + toJson(id) + ",\"result\":" + resultJson + "}\n";
}

QByteArray errorLine(const QJsonValue &id, const Error &error)
{
    QJsonObject data = error.data;
    data.insert(QStringLiteral("class"), QString(errorName(error.kind)));
    const QJsonObject object {
        { QStringLiteral("code"), errorCode(error.kind) },
        { QStringLiteral("message"), error.text },
        { QStringLiteral("data"), data },
    };
    const QJsonValue shownId = id.isUndefined() ? QJsonValue(QJsonValue::Null) : id;
    return "{\"jsonrpc\":\"2.0\",\"id\":" + toJson(shownId) + ",\"error\":" + toJson(object) + "}\n";
}

} // namespace relay::admin
