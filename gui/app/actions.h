// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAction>
#include <QObject>

namespace relay::gui {

/*!
 * Everything that can be done in the window, once: menus, buttons and keys share these. objectName() is the icon.
 * Words live here; what the actions do is connected by the window.
 */
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(const Theme &theme, QObject *parent = nullptr);

    QAction inspect;
    QAction kick;
    QAction kickWithReason;
    QAction onlyTopic; //!< filter by the topic of the selection
    QAction onlyAddress;
    QAction copyRows;
    QAction showInRouting;
    QAction theirConnections; //!< of the selected topics
    QAction find;
    QAction clearFilter;
    QAction connectionsView;
    QAction topicsView;
    QAction routingView;
    QAction freeze;
    QAction thaw;
    QAction tryNow;
    QAction sidebar;
    QAction menuBar;
    QAction nextPane;
    QAction about;
    QAction quit;
    QAction dismiss;

    void retranslate();
    //! Disables what needs the relay; the reason is each one's tooltip. Empty: enables by hasSelection.
    void allow(const QString &whyNotAct, const QString &whyNotKick, bool hasSelection, bool hasTopics);

private:
    void set(QAction &action, const QString &text, const QString &shortText, const QString &tip = {});
    void takeTheme();

    const Theme &m_theme;
};

} // namespace relay::gui
