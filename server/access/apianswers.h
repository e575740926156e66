// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/api.h"

/*!
 * The three forms that answers of the access calls have had from the start, which clients tell apart: errors of the
 * frame around the calls have a number as code and no newline, errors of a call a string as code and a newline, and a
 * token that does not fit a session gets a string alone.
 */
namespace relay::access {

[[nodiscard]] Answer frameError(int status, const QString &message, const QByteArray &extraHeaders = {});
//! As above, with a code of its own beside the status.
[[nodiscard]] Answer frameError(int status, int code, const QString &message);
[[nodiscard]] Answer callError(int status, const QString &message, const QByteArray &extraHeaders = {});
//! To one whom Access refused, and counted.
[[nodiscard]] Answer answerTo(const Refusal &refusal);
[[nodiscard]] Answer plainText(int status, const QString &message);
[[nodiscard]] Answer wrongMethod(const QByteArray &method, const QByteArray &allowed);
[[nodiscard]] Answer notFound(const QByteArray &path);
[[nodiscard]] Answer object(const QByteArray &json); //!< 200
[[nodiscard]] Answer done();                         //!< 204

//! The header, as a whole line; empty for 0.
[[nodiscard]] QByteArray retryAfter(int seconds);

//! A JSON string, with its quotes.
[[nodiscard]] QByteArray jsonString(const QString &text);

} // namespace relay::access
