// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"

//! What a shell offers when a user presses the tabulator, made from the option tables.
namespace relay::config {

//! A sub-command, or, without a name, the program itself.
struct CompletedCommand
{
    QString name;
    std::optional<OptionTable> table = {}; //!< its flags; without one it has none, not even --help
    QStringList actions = {};              //!< what its first word may be
};

/*!
 * A script for bash: sub-commands (all of them named, or one without a name), their flags, and behind a flag its choices,
 * files (whose value is called FILE or PATH), directories (DIRECTORY), or nothing. It needs nothing but bash. Pure.
 */
[[nodiscard]] QString bashCompletion(const QString &program, const std::vector<CompletedCommand> &commands);

//! What `PROGRAM completion WORDS` does: prints the script for the shell that is named. Gives the exit code.
[[nodiscard]] int runCompletion(const QString &program, const QStringList &words,
                                const std::vector<CompletedCommand> &commands);

//! One table with the options of both; of two with the same name, that of the first.
[[nodiscard]] OptionTable merged(OptionTable table, const OptionTable &more);

} // namespace relay::config
