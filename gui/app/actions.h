// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"
#include "gui/views/sidebarmodel.h"

#include <QAction>
#include <QObject>

namespace relay::gui {

/*!
 * Everything that can be done with one relay of the window, once: menus, buttons and keys share these. objectName() is the icon.
 * Words live here; what the actions do is connected by the window.
 */
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(const Theme &theme, QObject *parent = nullptr);

    QAction inspect;
    QAction tap; //!< the messages of the selected connection or topic
    QAction kick;
    QAction kickWithReason;
    QAction denyBooking; //!< of the selected connections, or their addresses
    QAction undoDeny;
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
    QAction closedView;
    QAction eventsView;
    QAction denyListView;
    QAction alertsView;
    QAction auditView;
    QAction shellsView;
    QAction saveView; //!< what is shown, under a name
    QAction exportShown;
    QAction chartPicture;
    QAction chartFigures;
    QAction freeze;
    QAction thaw;
    QAction tryNow;
    QAction drain;
    QAction addDenial;
    QAction removeDenial;
    QAction showSsh; //!< what ssh says; of relays on other computers
    QAction nextPane;
    QAction dismiss;

    [[nodiscard]] QAction &viewAction(View view);

    void retranslate();
    //! What there is to act upon, and why it cannot be acted upon; an empty reason is none.
    struct Situation
    {
        QString whyNotAct;  //!< there is no contact
        QString whyNotKick; //!< no right to
        QString whyNotTap = {};
        bool hasTapTarget = false; //!< one thing is selected
        QString whyNotDrain = {};
        QString whyNotDeny;   //!< beside that: nothing that could be denied
        bool canDeny = false; //!< bookings, or addresses
        bool hasSelection = false;
        bool hasTopics = false;
        QString whyNotAddress = {}; //!< why nothing may be filtered by an address
        bool hasDenials = false;    //!< entries of the deny list are selected
    };
    //! Disables what is not possible; the reason is each one's tooltip.
    void allow(const Situation &situation);

private:
    void set(QAction &action, const QString &text, const QString &shortText, const QString &tip = {});
    void takeTheme();

    const Theme &m_theme;
};

} // namespace relay::gui
