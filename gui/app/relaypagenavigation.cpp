// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page leads: views, filters, what is selected and inspected, from pane to pane.
#include "gui/app/relaypage.h"

#include "gui/app/options.h"
#include "gui/app/tapdesk.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/dialogs/sshdialog.h"
#include "gui/models/format.h"
#include "gui/tap/tapsdock.h"
#include "gui/views/connectiontable.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/sidebar.h"
#include "gui/views/vitalsrow.h"

#include <utility>

namespace relay::gui {

namespace {

constexpr int kRoomForDock = 1600; // below it the sidebar gives way while something is inspected

} // namespace

void RelayPage::open(const Start &start)
{
    showView(start.view);
    setFilter(start.filter);
    m_awaited = start.connection;
    selectAwaited();
}

void RelayPage::selectAwaited()
{
    if (m_awaited == 0 || m_data.connections().rowOf(m_awaited) < 0)
        return;
    m_workspace->select(std::exchange(m_awaited, 0));
}

void RelayPage::setFilter(const QString &text)
{
    m_filterBar->field().setText(text);
}

void RelayPage::showView(View view)
{
    m_workspace->showView(view);
    m_sidebar->entries().setCurrent(m_workspace->view());
    m_filterBar->setColumnsShown(m_workspace->currentTable() != nullptr);
    for (int i = 0; i < kViews; ++i)
        m_actions.viewAction(static_cast<View>(i)).setChecked(i == static_cast<int>(m_workspace->view()));
    updatePermissions();
    m_desk->noteChange();
    m_workspace->focusTable();
}

void RelayPage::inspectSelected()
{
    const QVector<quint64> ids = m_workspace->selectedIds();
    if (!ids.isEmpty())
        m_workspace->inspect(ids.first());
}

void RelayPage::showTheirConnections()
{
    const QStringList topics = m_workspace->selectedTopics();
    if (topics.isEmpty())
        return;
    showView(View::Connections);
    setFilter(Filter::topicTerm(topics.first()));
}

void RelayPage::filterBySelection(bool byTopic)
{
    const QVector<quint64> ids = m_workspace->selectedIds();
    const auto it
        = ids.isEmpty() ? m_parts.mirror.connections().cend() : m_parts.mirror.connections().constFind(ids.first());
    if (it == m_parts.mirror.connections().cend())
        return;
    const QString address = format::peer(it->address); // never masked: the action is not there then
    setFilter(byTopic ? Filter::topicTerm(it->topic) : QString(QStringLiteral("address:") + address));
}

void RelayPage::setRail(bool isRail)
{
    m_wantsRail = isRail;
    arrangeSidebar();
}

void RelayPage::arrangeSidebar()
{
    m_sidebar->setRail(m_wantsRail || (m_workspace->isInspecting() && width() < kRoomForDock));
}

void RelayPage::showWhatSshSays()
{
    if (m_parts.ssh == nullptr)
        return;
    auto *dialog = new dialogs::SshDialog(*m_parts.ssh, m_theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->open();
}

void RelayPage::goToTopic(const QString &id)
{
    showView(View::Connections);
    setFilter(Filter::topicTerm(id));
}

void RelayPage::goToConnection(quint64 id)
{
    showView(View::Connections);
    if (!m_workspace->reveal(id))
        tell(tr("Connection %1 is not in the table.").arg(id),
             m_data.isFrozen() ? tr("The view is frozen: it may have come since.") : tr("It has closed meanwhile."));
    m_workspace->focusTable();
}

void RelayPage::kickMatching(const QString &filter)
{
    showView(View::Connections);
    setFilter(filter);
    m_workspace->setFilterText(filter);
    m_workspace->applyFilter(); // or what it does not match would be chosen
    m_workspace->connectionTable().selectAll();
    m_actions.kickWithReason.trigger();
}

void RelayPage::showAlerts()
{
    showView(View::Alerts);
}

void RelayPage::focusNextPane()
{
    const QVector<QWidget *> panes { &m_filterBar->field(), m_workspace->currentTable(), m_taps->dock().pane(),
                                     m_sidebar, m_vitals };
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes.at(i) != nullptr && panes.at(i)->isAncestorOf(focusWidget() == nullptr ? this : focusWidget()))
            current = i;
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *pane = panes.at((current + step) % panes.size());
        if (pane != nullptr && pane->isVisible()) {
            pane == m_vitals ? pane->findChild<QWidget *>()->setFocus(Qt::TabFocusReason)
                             : pane->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace relay::gui
