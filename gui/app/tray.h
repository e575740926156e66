// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace relay::gui {

class WindowActions;

//! How many things the operator should look at, over all relays of the window.
struct Attention
{
    int alerts = 0;
    int lostRelays = 0; //!< that do not answer

    [[nodiscard]] int count() const { return alerts + lostRelays; }
    friend bool operator==(const Attention &, const Attention &) = default;
};

/*!
 * The icon in the desktop's tray: a badge with the number of active alerts and lost relays, words in the tooltip, a
 * message when there are more while the window is not in front, and the way back to the window. Where the desktop has no
 * tray it does nothing.
 */
class Tray : public QObject
{
    Q_OBJECT
public:
    Tray(const Theme &theme, WindowActions &actions, QWidget &window);

    void setAttention(const Attention &attention);
    [[nodiscard]] const Attention &attention() const { return m_attention; }
    [[nodiscard]] QString words() const; //!< of the tooltip: "Relay: 2 alerts, 1 relay does not answer"
    void retranslate();

    //! The program's icon; with a badge when count is not 0, "9+" above nine.
    [[nodiscard]] static QIcon badged(const Theme &theme, int count);

private:
    void refresh();
    void showWindow();

    const Theme &m_theme;
    QWidget &m_window;
    QMenu m_menu;
    QAction m_show;
    QSystemTrayIcon m_icon;
    Attention m_attention;
};

} // namespace relay::gui
