// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace relay::client::feed {

struct CommandLine
{
    QString program; //!< a path, or a name that is looked for in PATH
    QStringList arguments;

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

/*!
 * Words between blanks; double quotes keep blanks, three of them are one, and an empty word cannot be said
 * (QProcess::splitCommand()). No shell: $HOME, * and | are what they are.
 * What is wrong comes as "must ...", to be read behind the text. Pure.
 */
[[nodiscard]] std::variant<CommandLine, QString> parseCommandLine(const QString &text);
//! The same for option tables: empty when nothing is wrong.
[[nodiscard]] QString faultOfCommandLine(const QString &text);

} // namespace relay::client::feed
