// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace relay::gui {

/*!
 * Every colour of the window, by what it is for. A status colour never stands without its icon and its word, and a
 * series colour never stands for a status.
 */
struct Tokens
{
    // The top bar, dark in both themes.
    QColor header;
    QColor headerText;
    QColor headerDim;
    QColor headerLine;
    QColor headerField;
    // Grounds.
    QColor window; //!< bars
    QColor panel;  //!< sidebar, heads, dialogs
    QColor base;   //!< tables and plots
    QColor hover;
    // Lines.
    QColor line;       //!< panel edges
    QColor lineStrong; //!< edges of controls and nodes
    QColor grid;       //!< between rows, in plots
    QColor edge;       //!< healthy edges of the routing graph
    // Text.
    QColor text;
    QColor text2; //!< labels, secondary columns
    QColor text3; //!< zeros, placeholders, disabled, stale
    // What can be acted on.
    QColor accent;
    QColor accentFill;
    QColor accentText; //!< on accent and on a solid status colour
    // Status.
    QColor healthy;
    QColor healthyFill;
    QColor slow;
    QColor slowFill;
    QColor dropping;
    QColor droppingFill;
    QColor expiring;
    QColor expiringFill;
    QColor refused;
    QColor refusedFill;
    QColor idle;
    QColor stale;
    QColor staleFill;
    // Plots.
    std::array<QColor, 8> series;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

//! The lengths of the design, in logical pixels.
namespace metric {
inline constexpr int kSpace1 = 4;
inline constexpr int kSpace2 = 8;
inline constexpr int kSpace3 = 12;
inline constexpr int kSpace4 = 16; //!< from the edge of a panel to what it holds
inline constexpr int kSpace5 = 24;
inline constexpr int kRadiusChip = 2;
inline constexpr int kRadiusControl = 3;
inline constexpr int kRadiusDialog = 4;
inline constexpr int kIcon = 16;
inline constexpr int kHeader = 44;
inline constexpr int kSidebar = 200;
inline constexpr int kSidebarRail = 48;
inline constexpr int kVitals = 60;
inline constexpr int kFilterBar = 44;
inline constexpr int kBand = 208;
inline constexpr int kRoute = 476;
inline constexpr int kRouteNarrow = 444; //!< in a window under kNarrow
inline constexpr int kNarrow = 1400;
inline constexpr int kTableHead = 28;
inline constexpr int kRow = 26;
inline constexpr int kBar = 44; //!< selection bar and banners
inline constexpr int kStatusBar = 26;
inline constexpr int kControl = 28;
inline constexpr int kSmallControl = 24;
} // namespace metric

} // namespace relay::gui
