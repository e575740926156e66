// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/figureoptions.h"

#include "common/admin/figures.h"
#include "common/format/escape.h"

#include <QCommandLineParser>

#include <algorithm>

namespace relay::client {

QList<QCommandLineOption> figureOptionList()
{
    return { { QStringLiteral("follow"),
               QStringLiteral("Go on with events, audit or alerts as they come, until --count or Ctrl+C.") },
             { QStringLiteral("range"),
               QStringLiteral("How far back the history goes: 5m (by the second), 1h (by 10 s) or 24h (by 2 min)."),
               QStringLiteral("RANGE"), QStringLiteral("5m") } };
}

QString readFigureOptions(const QCommandLineParser &parser, FigureOptions &options)
{
    options.follows = parser.isSet(QStringLiteral("follow"));
    options.range = parser.value(QStringLiteral("range"));
    const auto &tiers = admin::kHistoryTiers;
    if (std::none_of(tiers.begin(), tiers.end(), [&](const auto &tier) { return options.range == tier.name; }))
        return QStringLiteral("--range '%1' is none; 5m, 1h and 24h are.").arg(format::escaped(options.range));
    return {};
}

} // namespace relay::client
