// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/settings.h"

#include <QProcessEnvironment>

#include <variant>

namespace relay::config {

/*!
 * Reads the options of a program: flag beats environment beats file beats default. An empty environment variable
 * counts as not set. Gives Exit for --help, --version and --print-config (code 0) and for anything that is wrong
 * (code 2): all wrong values at once, each with the place it came from, the value and what is allowed.
 *
 *     using namespace relay::config;
 *     const OptionTable table {
 *         .program = u"relayd"_qs,
 *         .summary = u"Relays websocket messages between the peers of a topic."_qs,
 *         .version = QStringLiteral(RELAY_VERSION),
 *         .options = {
 *             { .name = u"listen"_qs, .help = u"Address to listen on"_qs, .defaultValue = u"127.0.0.1:9999"_qs,
 *               .valueName = u"ADDRESS:PORT"_qs, .otherVariables = { u"CROSSBAR_LISTEN"_qs } },
 *             { .name = u"max-message"_qs, .help = u"Largest message taken"_qs, .kind = Kind::Size,
 *               .defaultValue = u"10MiB"_qs, .minimum = 1 },
 *             { .name = u"ping-every"_qs, .help = u"Time between pings"_qs, .kind = Kind::Duration,
 *               .defaultValue = u"25s"_qs },
 *             { .name = u"open"_qs, .help = u"Serve everybody on any address"_qs, .kind = Kind::Boolean },
 *         },
 *     };
 *     auto loaded = load(table, app.arguments(), QProcessEnvironment::systemEnvironment());
 *     if (const auto *exit = std::get_if<Exit>(&loaded))
 *         return print(*exit);
 *     const auto &settings = std::get<Settings>(loaded);
 *     hub.setMaxMessage(settings.bytes(u"max-message"));      // 10485760
 *     link.setPingInterval(settings.milliseconds(u"ping-every"));
 *     if (!isLoopback(address) && !settings.isOn(u"open"))
 *         return print(settings.refuse(u"listen", u"must be a loopback address, or give --open"_qs));
 */
[[nodiscard]] std::variant<Settings, Exit> load(const OptionTable &table, const QStringList &arguments,
                                                const QProcessEnvironment &environment);

//! Writes the text to stdout or stderr and returns the exit code.
int print(const Exit &exit);

} // namespace relay::config
