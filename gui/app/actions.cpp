// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.h"

namespace relay::gui {

namespace {

constexpr char kTip[] = "tip"; // the tooltip for when the action is possible

void prepare(QAction &action, const char *icon, const QKeySequence &key = {})
{
    action.setObjectName(QString::fromLatin1(icon));
    action.setShortcut(key);
}

void setPossible(QAction &action, bool isPossible, const QString &whyNot)
{
    action.setEnabled(isPossible && whyNot.isEmpty());
    action.setToolTip(whyNot.isEmpty() ? action.property(kTip).toString() : whyNot);
}

} // namespace

Actions::Actions(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    prepare(inspect, "view");
    prepare(tap, "tap", Qt::Key_T);
    prepare(kick, "kick", Qt::Key_Delete);
    prepare(kickWithReason, "kick", Qt::CTRL | Qt::Key_Delete);
    prepare(denyBooking, "deny", Qt::SHIFT | Qt::Key_Delete);
    prepare(undoDeny, "undo", QKeySequence::Undo);
    prepare(onlyTopic, "filter");
    prepare(onlyAddress, "filter");
    prepare(copyRows, "copy", QKeySequence::Copy);
    prepare(showInRouting, "graph", Qt::Key_G);
    prepare(theirConnections, "connections");
    prepare(find, "filter", QKeySequence::Find);
    prepare(clearFilter, "close");
    prepare(connectionsView, "connections", Qt::CTRL | Qt::Key_1);
    prepare(topicsView, "topic", Qt::CTRL | Qt::Key_2);
    prepare(routingView, "graph", Qt::CTRL | Qt::Key_3);
    prepare(closedView, "closed", Qt::CTRL | Qt::Key_4);
    prepare(eventsView, "events", Qt::CTRL | Qt::Key_5);
    prepare(denyListView, "deny", Qt::CTRL | Qt::Key_6);
    prepare(alertsView, "alert", Qt::CTRL | Qt::Key_7);
    prepare(auditView, "view", Qt::CTRL | Qt::Key_8);
    prepare(shellsView, "shell", Qt::CTRL | Qt::Key_9);
    prepare(saveView, "star");
    prepare(exportShown, "export", Qt::CTRL | Qt::Key_E);
    prepare(chartPicture, "export");
    prepare(chartFigures, "export");
    prepare(freeze, "freeze", Qt::Key_Space);
    prepare(thaw, "freeze");
    prepare(tryNow, "reconnect", Qt::Key_F5);
    prepare(showSsh, "server");
    prepare(nextPane, "chevron-right", Qt::Key_F6);
    prepare(dismiss, "close");
    prepare(drain, "stop");
    prepare(addDenial, "add", Qt::Key_Insert);
    prepare(removeDenial, "undo", Qt::Key_Delete);
    // The first is the one that is shown; keyboards have Enter on the key.
    for (QAction *action : { &inspect, &theirConnections })
        action->setShortcuts({ Qt::Key_Enter, Qt::Key_Return });
    freeze.setCheckable(true);
    for (int view = 0; view < kViews; ++view) {
        viewAction(static_cast<View>(view)).setCheckable(true);
        viewAction(static_cast<View>(view)).setVisible(view <= static_cast<int>(View::Routing)); // until it has a page
    }
    // Keys without a modifier belong to the tables; elsewhere they would eat what somebody types.
    for (QAction *action : { &inspect, &tap, &addDenial, &removeDenial, &kick, &kickWithReason, &denyBooking, &copyRows,
                             &showInRouting, &theirConnections, &freeze })
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    undoDeny.setEnabled(false);
    connect(&theme, &Theme::changed, this, &Actions::takeTheme);
    takeTheme();
    retranslate();
}

QAction &Actions::viewAction(View view)
{
    switch (view) {
    case View::Topics: return topicsView;
    case View::Routing: return routingView;
    case View::Closed: return closedView;
    case View::Events: return eventsView;
    case View::DenyList: return denyListView;
    case View::Alerts: return alertsView;
    case View::Audit: return auditView;
    case View::Shells: return shellsView;
    case View::Connections: break;
    }
    return connectionsView;
}

void Actions::takeTheme()
{
    for (QAction *action : { &inspect, &tap, &drain, &addDenial, &removeDenial, &kick, &kickWithReason, &denyBooking,
                             &undoDeny, &onlyTopic, &onlyAddress, &copyRows, &showInRouting, &theirConnections, &find,
                             &clearFilter, &tryNow, &showSsh })
        action->setIcon(m_theme.icon(action->objectName(), m_theme.tokens().text2));
}

void Actions::set(QAction &action, const QString &text, const QString &shortText, const QString &tip)
{
    action.setText(text);
    action.setIconText(shortText);
    action.setProperty(kTip, tip.isEmpty() ? shortText : tip);
    action.setToolTip(action.property(kTip).toString());
}

void Actions::retranslate()
{
    set(inspect, tr("&Inspect"), tr("Inspect"), tr("Show all that is known of the selected connection"));
    set(tap, tr("Ta&p messages"), tr("Tap"),
        tr("Look at the messages of the selected connection or topic as they pass; every operator sees that you do"));
    set(drain, tr("&Drain the relay…"), tr("Drain…"),
        tr("Let nobody in any more, close the connections one after the other, then end the relay"));
    set(addDenial, tr("Add to the deny &list…"), tr("Add…"), tr("Deny a booking, a subject, an address or a network"));
    set(removeDenial, tr("Allow a&gain"), tr("Allow again"), tr("Take the selected entries off the deny list"));
    set(kick, tr("&Kick"), tr("Kick"), tr("Close the selected connections now. They may connect again."));
    set(kickWithReason, tr("Kick with a &reason…"), tr("Kick with a reason…"),
        tr("Close the selected connections and tell them why"));
    set(denyBooking, tr("Kick and &deny…"), tr("Kick and deny…"),
        tr("Close the selected connections and let their bookings or addresses in no more"));
    set(undoDeny, tr("&Undo the denial"), tr("Undo the denial"), tr("Let what was denied last in again"));
    set(onlyTopic, tr("Show only this &topic"), tr("Show only this topic"));
    set(onlyAddress, tr("Show only this &address"), tr("Show only this address"));
    set(copyRows, tr("&Copy"), tr("Copy"), tr("Copy the selected rows as text"));
    set(showInRouting, tr("Show in r&outing"), tr("Show in routing"));
    set(theirConnections, tr("Their co&nnections"), tr("Their connections"),
        tr("Show the connections of the selected topic"));
    set(find, tr("&Filter"), tr("Filter"));
    set(clearFilter, tr("Clear f&ilter"), tr("Clear filter"));
    set(connectionsView, tr("&Connections"), tr("Connections"));
    set(topicsView, tr("&Topics"), tr("Topics"));
    set(routingView, tr("&Routing"), tr("Routing"));
    set(closedView, tr("Close&d"), tr("Closed"), tr("Connections that have ended"));
    set(eventsView, tr("E&vents"), tr("Events"), tr("What has happened at the relay"));
    set(denyListView, tr("Den&y list"), tr("Deny list"));
    set(alertsView, tr("A&lerts"), tr("Alerts"));
    set(auditView, tr("A&udit"), tr("Audit"), tr("Who has done what to the relay"));
    set(shellsView, tr("S&hells"), tr("Shells"), tr("Remote shells through the relay"));
    set(saveView, tr("Save this vie&w…"), tr("Save this view…"));
    set(exportShown, tr("&What is shown…"), tr("Export"), tr("Take along what is shown: the table or the chart"));
    set(chartPicture, tr("Chart as &picture…"), tr("Chart as picture…"));
    set(chartFigures, tr("Chart as C&SV…"), tr("Chart as CSV…"));
    set(freeze, tr("Free&ze"), freeze.isChecked() ? tr("Frozen") : tr("Freeze"),
        tr("Hold rows and order still; the relay goes on"));
    //: the changes that waited while the view was frozen
    set(thaw, tr("&Show them"), tr("Show them"), tr("Let rows and order go on"));
    set(tryNow, tr("Try &now"), tr("Try now"), tr("Connect to the relay at once"));
    set(showSsh, tr("Show &what ssh says"), tr("Show what ssh says"), tr("What ssh wrote while it connected"));
    set(nextPane, tr("Next &pane"), tr("Next pane"));
    set(dismiss, tr("Dismiss"), tr("Dismiss"));
}

void Actions::allow(const Situation &situation)
{
    const QString whyNotOrder = situation.whyNotAct.isEmpty() ? situation.whyNotKick : situation.whyNotAct;
    const bool hasSelection = situation.hasSelection;
    setPossible(inspect, hasSelection, {});
    setPossible(tap, situation.hasTapTarget, situation.whyNotAct.isEmpty() ? situation.whyNotTap : situation.whyNotAct);
    setPossible(drain, true, situation.whyNotAct.isEmpty() ? situation.whyNotDrain : situation.whyNotAct);
    setPossible(addDenial, situation.canDeny, whyNotOrder);
    setPossible(removeDenial, situation.hasDenials, whyNotOrder);
    setPossible(kick, hasSelection, whyNotOrder);
    setPossible(kickWithReason, hasSelection, whyNotOrder);
    denyBooking.setVisible(situation.canDeny); // elsewhere it could never be of use
    setPossible(denyBooking, hasSelection, whyNotOrder.isEmpty() ? situation.whyNotDeny : whyNotOrder);
    setPossible(onlyTopic, hasSelection, {});
    setPossible(onlyAddress, hasSelection, situation.whyNotAddress);
    setPossible(showInRouting, hasSelection || situation.hasTopics, {});
    setPossible(copyRows, hasSelection || situation.hasTopics, {});
    setPossible(theirConnections, situation.hasTopics, {});
    setPossible(freeze, true, situation.whyNotAct);
}

} // namespace relay::gui
