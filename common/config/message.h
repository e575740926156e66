// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"

//! The texts that a user of the options reads.
namespace relay::config {

//! What --help prints.
[[nodiscard]] QString helpText(const OptionTable &table);

//! One value that cannot be: the option, where it was given, the value (not of a secret), what is allowed.
[[nodiscard]] QString refusalText(const OptionSpec &option, const Value &given, const QString &text,
                                  const QString &allowed);

//! The end of a program that was called wrongly: exit code 2.
[[nodiscard]] Exit wrongUsage(const OptionTable &table, const QStringList &errors);

} // namespace relay::config
