// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <variant>

namespace relay::client::file {

/*!
 * A regular expression of the dialect that play files were written for, RE2: what needs going back over the text
 * (look-around, back-references, atomic and possessive parts) is refused as it always was, with a sentence, and so is
 * what is no expression at all. Matches anywhere in a text.
 */
[[nodiscard]] std::variant<QRegularExpression, QString> compilePattern(const QString &pattern);

} // namespace relay::client::file
