// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

namespace relay::token {

inline constexpr qsizetype kLeastSecret = 4; //!< bytes; shorter is refused
inline constexpr qsizetype kGoodSecret = 32; //!< bytes; shorter is accepted with a warning

//! A secret that may be used, or why it may not be. The text never holds any of it.
struct Secret
{
    QByteArray bytes;
    QString warning; //!< for the log; empty when there is none
};

//! Overwrites the bytes, unless somebody shares them, and lets go of them.
void wipe(QByteArray &bytes);

//! One that was given as a value. `origin` names where from, for the texts: "RELAY_SECRET".
[[nodiscard]] std::variant<Secret, QString> checkSecret(QByteArray bytes, const QString &origin);

/*!
 * One in a file, all of it but one newline at the end. Refused: a file that cannot be read, is larger than 64 KiB, or
 * that others than its owner and group may read (mode & 007).
 */
[[nodiscard]] std::variant<Secret, QString> readSecret(const QString &path);

} // namespace relay::token
