// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

#include <vector>

namespace relay::app {

struct Secrets
{
    std::vector<QByteArray> secrets; //!< the first is the one in use; none: nobody meant to have one
    QStringList warnings;
    QString error; //!< not empty: somebody meant to have one, and it cannot be used
};

/*!
 * The secrets of tokens: from a file, the environment, the configuration file, or a credential that systemd brings
 * ($CREDENTIALS_DIRECTORY/relay-secret, relay-previous-secret). One that is named and cannot be used is an error, also
 * when it is empty: relayd must not be open by mistake.
 */
[[nodiscard]] Secrets readSecrets(const config::Settings &settings, const QProcessEnvironment &environment);

//! Likewise those of the relay of shells, if it has any of its own: shell-secret, JUMP_RELAY_SECRET, and so on.
[[nodiscard]] Secrets readShellSecrets(const config::Settings &settings, const QProcessEnvironment &environment);

} // namespace relay::app
