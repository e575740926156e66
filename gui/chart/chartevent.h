// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace relay::gui::chart {

//! Something that happened, to be marked on the time axis.
struct ChartEvent
{
    enum class Level : quint8 { Info, Warning, Error };
    qint64 id = 0;
    qint64 at = 0; //!< ms since the epoch
    Level level = Level::Info;
    QString text;

    friend bool operator==(const ChartEvent &, const ChartEvent &) = default;
};

} // namespace relay::gui::chart
