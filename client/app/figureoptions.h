// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

class QCommandLineParser;

namespace relay::client {

//! What only the actions of `relay admin` take that show what was and what happens.
struct FigureOptions
{
    QString range; //!< "5m", "1h", "24h"
    bool follows = false;
};

[[nodiscard]] QList<QCommandLineOption> figureOptionList();
//! Empty, or what is wrong.
[[nodiscard]] QString readFigureOptions(const QCommandLineParser &parser, FigureOptions &options);

} // namespace relay::client
