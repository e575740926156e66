// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"
#include "server/access/access.h"
#include "server/access/api.h"
#include "server/front/forwarded.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>
#include <vector>

namespace relay::app {

//! Who may come in: secured mode, and the limits of both modes.
struct AccessOptions
{
    bool isSecured = false; //!< there is a secret
    access::Credentials credentials;
    access::Credentials shellCredentials; //!< of the relay of shells
    bool isForShellsOnly = false;         //!< the only secret is that of shells: no token opens a session
    qint64 shellWaitMs = 0;               //!< that a client of a host waits for it
    access::Limits limits;
    int undecidedPerAddress = 0; //!< 0: no limit
    int handshakesPerSecond = 0; //!< 0: no limit
    std::vector<front::Network> trustedProxies;
    bool hasOpenTopics = false; //!< secured mode: /in, /out and free paths besides
    bool hasCors = true;        //!< secured mode: browsers are told which pages may call
    QString stateDirectory;
    bool isStateDirectoryNamed = false; //!< by the operator or the service manager, and not only the usual one
    qint64 statsEveryMs = 0;
    qint64 tidyEveryMs = 0;
    QStringList warnings; //!< for the log
    QStringList notices;  //!< likewise, of no consequence
};

[[nodiscard]] std::vector<config::OptionSpec> accessOptions();

//! What the settings say, secrets read; or why relayd cannot start with them.
[[nodiscard]] std::variant<AccessOptions, config::Exit> readAccess(const config::Settings &settings,
                                                                   const QProcessEnvironment &environment);

} // namespace relay::app
