// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"

namespace relay::config {

//! What the words of a command line say.
struct CommandLine
{
    QHash<QString, Value> values; //!< by option name
    QStringList positionals;
    QString configFile;
    bool wantsHelp = false;
    bool wantsVersion = false;
    bool wantsConfig = false;
    QStringList errors;
};

//! arguments[0] is the program. An option given twice counts once, the last time; a List gathers all.
[[nodiscard]] CommandLine readCommandLine(const OptionTable &table, const QStringList &arguments);

} // namespace relay::config
