// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/shell/clienttunnel.h"
#include "client/shell/hosttunnel.h"
#include "common/config/settings.h"

#include <QProcessEnvironment>

#include <variant>

//! relay shell host and relay shell client: connections of TCP, such as those of ssh, that meet at a relay.
namespace relay::client::shell {

enum class Side { Host, Client };

struct ShellOptions
{
    session::Target relay; //!< its access point
    session::SessionOptions session;
    Places places;  //!< host: what clients reach
    Place listen;   //!< client
    QString target; //!< client; empty: the usual one
    bool isStdio = false;
    std::chrono::milliseconds resumeFor { 60'000 };
    std::chrono::milliseconds answerWithin { 30'000 }; //!< client
    QStringList warnings;
    bool isJson = false;
    bool isQuiet = false;
};

[[nodiscard]] config::OptionTable shellTable(Side side);

[[nodiscard]] std::variant<ShellOptions, config::Exit> readShellOptions(Side side, const QStringList &words,
                                                                        const QProcessEnvironment &environment);

} // namespace relay::client::shell
