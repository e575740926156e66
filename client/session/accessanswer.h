// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <variant>

//! What access points say, those of today and those of before. Pure.
namespace relay::client::session {

//! The uri in an answer; empty: there is none.
[[nodiscard]] QString uriIn(const QByteArray &json);

//! What an answer that is an error says to people: JSON with a message, a JSON string, or plain text.
[[nodiscard]] QString messageIn(const QByteArray &body);

//! Seconds of a Retry-After header (RFC 9110, section 10.2.3), at most an hour; 0 for a date, or nonsense.
[[nodiscard]] int parseRetryAfter(const QByteArray &value);

/*!
 * Whether the server lives and does not want us, so that not the network but the token, the address or a booking is at
 * fault. Servers of before answer a bad token with 500 and a text about it.
 */
[[nodiscard]] bool isRefusal(int status, const QString &message);

/*!
 * Where a redirect leads, or why it is not followed: the token goes along, so it has to stay on the same host and port,
 * or lead to the https of the same host.
 */
[[nodiscard]] std::variant<QUrl, QString> redirectFrom(const QUrl &from, const QByteArray &location);

//! 301, 302, 307 and 308, which repeat a POST here; other answers of that kind are none.
[[nodiscard]] bool isRedirect(int status);

//! For one line of a log: a text with the status of HTTP that came with it, if any.
[[nodiscard]] QString told(int status, const QString &text);

} // namespace relay::client::session
