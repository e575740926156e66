// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"
#include "common/token/secret.h"

#include <QProcessEnvironment>

#include <variant>

namespace relay::client::monitor {

/*!
 * The secret that tokens are made with: from RELAY_MONITOR_SECRET, a file, or a credential that systemd brings
 * ($CREDENTIALS_DIRECTORY/relay-secret). Else a sentence, which never holds any of it.
 */
[[nodiscard]] std::variant<relay::token::Secret, QString> secretOf(const config::Settings &settings,
                                                                   const QProcessEnvironment &environment);

} // namespace relay::client::monitor
