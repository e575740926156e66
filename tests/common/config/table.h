// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"

namespace relay::config {

//! An option of every kind, as a small server would have them.
inline OptionTable sampleTable()
{
    return {
        .program = QStringLiteral("sample"),
        .summary = QStringLiteral("Shows what an option can be."),
        .version = QStringLiteral("1.2.3"),
        .options = {
            { .name = QStringLiteral("listen"), .help = QStringLiteral("Address to listen on"),
              .defaultValue = QStringLiteral("127.0.0.1:9999"), .valueName = QStringLiteral("ADDRESS:PORT"),
              .otherVariables = { QStringLiteral("CROSSBAR_LISTEN") } },
            { .name = QStringLiteral("max-message"), .help = QStringLiteral("Largest message taken"),
              .kind = Kind::Size, .defaultValue = QStringLiteral("10MiB"), .minimum = 1, .maximum = 1LL << 30 },
            { .name = QStringLiteral("ping-every"), .help = QStringLiteral("Time between pings"),
              .kind = Kind::Duration, .defaultValue = QStringLiteral("25s"), .minimum = 1 },
            { .name = QStringLiteral("workers"), .help = QStringLiteral("Threads"), .kind = Kind::Integer,
              .defaultValue = QStringLiteral("1"), .minimum = 1, .maximum = 64 },
            { .name = QStringLiteral("open"), .help = QStringLiteral("Serve everybody"), .kind = Kind::Boolean },
            { .name = QStringLiteral("origin"), .help = QStringLiteral("Origin of pages that may connect"),
              .kind = Kind::List, .valueName = QStringLiteral("ORIGIN"), .fileKey = QStringLiteral("web.origins"),
              .check = [](const QString &value) {
                  return value.contains(u' ') ? QStringLiteral("must have no blank") : QString();
              } },
            { .name = QStringLiteral("log-level"), .help = QStringLiteral("Least level that is logged"),
              .defaultValue = QStringLiteral("info"),
              .choices = { QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn") } },
            { .name = QStringLiteral("secret"), .help = QStringLiteral("Key that tokens are signed with"),
              .check = [](const QString &value) {
                  return value.size() < 4 ? QStringLiteral("must have at least 4 bytes") : QString();
              },
              .isSecret = true },
        },
    };
}

} // namespace relay::config
