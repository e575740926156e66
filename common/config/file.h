// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"

namespace relay::config {

//! What a configuration file says, by option name.
struct FileContent
{
    QHash<QString, Value> values;
    QStringList errors; //!< each a sentence with path and line; the file is not to be used when there is one
    QStringList warnings;
};

/*!
 * Reads a TOML file. Errors: not readable, larger than 1 MiB, not TOML, a key that no option has (names the nearest
 * that one has), a value of another type than the option's. The values themselves are not judged here.
 */
[[nodiscard]] FileContent readFile(const OptionTable &table, const QString &path);

//! The same from memory; the path is for the messages.
[[nodiscard]] FileContent parseFile(const OptionTable &table, const QByteArray &text, const QString &path);

} // namespace relay::config
