// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/alertboard.h"

#include <QString>

namespace relay::admin {

/*!
 * The rules that were set, in a file of relayd's state directory, so that a restart keeps them. Both block for the disk.
 */
//! No value: there is no such file, or it cannot be used, which is logged.
[[nodiscard]] std::optional<std::vector<AlertRule>> loadAlertRules(const QString &path);
//! Whole or not at all. Empty: done, else a sentence.
[[nodiscard]] QString saveAlertRules(const QString &path, const std::vector<AlertRule> &rules);

} // namespace relay::admin
