// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

namespace relay::token {

/*!
 * The object that a text of strict JSON (RFC 8259) is; nothing when it is none. Qt alone is more generous: it takes a
 * byte order mark, line ends within strings, unknown escapes, halves of surrogate pairs and numbers such as ".5" or
 * "1.", which other readers refuse or read differently. Of a name that is repeated the last counts. Pure.
 */
[[nodiscard]] std::optional<QJsonObject> strictObject(QByteArrayView json);

} // namespace relay::token
