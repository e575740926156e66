// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLatin1String>
#include <QString>

namespace relay::admin {

//! The stable class of an error (`error.data.class`). Programs branch on this, people read the text.
enum class ErrorClass {
    ParseError,     //!< not JSON, not an object, or a line that is too long: the session ends
    InvalidRequest, //!< an object, but no call
    MethodNotFound,
    InvalidParams, //!< unknown, missing or ill-typed argument; nothing was done
    NotOpen,       //!< session.open comes first
    UnknownProtocol,
    NotPermitted,
    NotFound,
    Gone,
    Conflict,
    LimitReached,
    Busy,
    Stale,
    InvalidFilter,
};

struct Error
{
    ErrorClass kind = ErrorClass::InvalidRequest;
    QString text;
    QJsonObject data = {}; //!< beside the class, for programs: {"count": 12}
};

[[nodiscard]] QLatin1String errorName(ErrorClass kind);
//! The JSON-RPC 2.0 code: its own for grammar, -32000 and below for ours.
[[nodiscard]] int errorCode(ErrorClass kind);

} // namespace relay::admin
