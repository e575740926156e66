// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAction>
#include <QObject>

namespace relay::gui {

/*!
 * What concerns the window and not one relay in it: once for all its tabs. objectName() is the icon, as in Actions.
 */
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(const Theme &theme, QObject *parent = nullptr);

    QAction palette;
    QAction connectTo;
    QAction closeRelay;
    QAction nextRelay;
    QAction previousRelay;
    QAction sidebar;
    QAction menuBar;
    QAction maskAddresses; //!< in everything that the window shows
    QAction about;
    QAction quit;

    [[nodiscard]] QList<QAction *> all(); //!< in the order of the menus
    void retranslate();

private:
    void takeTheme();

    const Theme &m_theme;
};

} // namespace relay::gui
