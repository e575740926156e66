// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <variant>

/*!
 * One line of relay-admin/1: JSON-RPC 2.0 without batches. Reading is lenient where a person types by hand (the
 * "jsonrpc" member may be left out) and strict where a mistake would be acted upon. Pure.
 */
namespace relay::admin {

//! A call; without an id (undefined) nobody wants the answer.
struct Request
{
    QJsonValue id { QJsonValue::Undefined };
    QString method;
    QJsonObject params;
};

//! An answer as a client reads it.
struct Response
{
    QJsonValue id { QJsonValue::Undefined };
    QJsonValue result;
    QString errorClass; //!< empty: success
    QString errorText;
    QJsonObject errorData = {}; //!< what the error says beside its class
};

//! What the server tells without being asked.
struct Notification
{
    QString method;
    QJsonObject params;
};

//! Nothing to do: blank lines and lines that start with '#'.
[[nodiscard]] bool isComment(QByteArrayView line);

//! The server's side.
[[nodiscard]] std::variant<Request, Error> parseRequest(const QByteArray &line);
//! The client's side. No value: a line that no relayd would send.
[[nodiscard]] std::optional<std::variant<Response, Notification>> parseServerLine(const QByteArray &line);

//! All lines end with '\n'.
[[nodiscard]] QByteArray requestLine(qint64 id, const QString &method, const QJsonObject &params);
[[nodiscard]] QByteArray notificationLine(QLatin1String method, const QJsonObject &params);
[[nodiscard]] QByteArray resultLine(const QJsonValue &id, const QByteArray &resultJson);
[[nodiscard]] QByteArray errorLine(const QJsonValue &id, const Error &error);

//! A JSON value of any type as text.
[[nodiscard]] QByteArray toJson(const QJsonValue &value);

} // namespace relay::admin
