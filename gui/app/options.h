// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/load.h"
#include "gui/connect/place.h"
#include "gui/theme/theme.h"
#include "gui/views/sidebarmodel.h"

#include <optional>

namespace relay::gui {

//! What the window shows when it opens.
struct Start
{
    View view = View::Connections;
    QString filter;
    quint64 connection = 0; //!< to be selected as soon as it is known; 0: none
};

//! What the command line of relay-dashboard says. What is not set was not asked for.
struct Options
{
    QString socketPath; //!< empty: look in the usual places
    std::optional<Place> ssh;
    std::optional<Theme::Mode> theme;
    QString language; //!< empty: as remembered, else the desktop's
    Start start;
};

//! Reads flags and environment; an Exit for --help, --version and mistakes. Needs no display.
[[nodiscard]] std::variant<Options, config::Exit> readOptions(const QStringList &arguments,
                                                              const QProcessEnvironment &environment);

} // namespace relay::gui
