// SPDX-License-Identifier: GPL-3.0-or-later
// Who of the page hears whom: data, wishes of its parts, actions.
#include "gui/app/relaypage.h"

#include "client/admin/drain.h"
#include "gui/app/denier.h"
#include "gui/app/guarddesk.h"
#include "gui/app/kicker.h"
#include "gui/app/menus.h"
#include "gui/app/tapdesk.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/views/banner.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/jobstrips.h"
#include "gui/views/sidebar.h"
#include "gui/views/undostack.h"
#include "gui/views/vitalsrow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

namespace relay::gui {

void RelayPage::connectData()
{
    connect(&m_parts.client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        refreshLink();
        if (state == client::AdminClient::State::Open)
            askWhereItListens();
    });
    connect(&m_parts.mirror, &client::Mirror::staleChanged, this, &RelayPage::refreshLink);
    connect(&m_parts.mirror, &client::Mirror::wasReset, this, &RelayPage::refreshLink);
    connect(&m_parts.mirror, &client::Mirror::connectionsChanged, this, [this] { ++m_updates; });
    connect(&m_data, &LiveData::ticked, this, &RelayPage::refreshFigures);
    connect(&m_data.connections(), &ConnectionModel::rowsInserted, this, [this] {
        refreshNothingYet();
        selectAwaited();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_updatesPerSecond = m_updates;
        m_updates = 0;
        refreshLink();
        refreshStatus();
    });
}

void RelayPage::connectWishes()
{
    FilterField &field = m_filterBar->field();
    connect(&field, &FilterField::textChanged, this, [this](const QString &text) {
        m_workspace->setFilterText(text);
        m_sidebar->entries().setFilterText(text);
        m_actions.clearFilter.setEnabled(!text.isEmpty());
        const QStringList problems = Filter::parse(text).problems();
        m_filterBar->field().setProblem(problems.join(QLatin1Char(' ')));
    });
    connect(&field, &FilterField::left, m_workspace, &Workspace::focusTable);
    connect(&field, &FilterField::returnPressed, m_workspace, &Workspace::focusTable);
    connect(m_sidebar, &Sidebar::viewChosen, this, &RelayPage::showView);
    connect(m_sidebar, &Sidebar::filterChosen, this, &RelayPage::setFilter);
    connect(m_vitals, &VitalsRow::filterChosen, this, [this](const QString &text) {
        showView(View::Connections);
        setFilter(text);
    });
    connect(m_vitals, &VitalsRow::topicsChosen, this, [this] { showView(View::Topics); });
    connect(m_workspace, &Workspace::pageAdded, this,
            [this](View view) { m_sidebar->entries().setAvailable(view, true); });
    connect(m_workspace, &Workspace::clearFilterAsked, this, [this] { setFilter({}); });
    connect(m_workspace, &Workspace::shownRowsChanged, this, &RelayPage::refreshShown);
    connect(m_workspace, &Workspace::selectionMoved, this, &RelayPage::updatePermissions);
    connect(m_workspace, &Workspace::contextMenuAsked, m_menus, &Menus::openContext);
    connect(m_workspace, &Workspace::inspectingChanged, this, &RelayPage::arrangeSidebar);
    connect(m_desk, &ViewDesk::viewAsked, this, &RelayPage::showView);
    connect(m_desk, &ViewDesk::filterAsked, this, &RelayPage::setFilter);
    connect(m_desk, &ViewDesk::connectionAsked, this, &RelayPage::goToConnection);
    connect(m_desk, &ViewDesk::told, this, &RelayPage::tell);
    connect(m_guard, &GuardDesk::told, this, &RelayPage::tell);
    connect(m_guard, &GuardDesk::alertCountChanged, this, &RelayPage::setAlertCount);
    connect(m_kicker, &Kicker::told, this, &RelayPage::tell);
    connect(m_denier, &Denier::told, this, &RelayPage::tell);
    connect(m_denier, &Denier::denied, this,
            [this](const QString &headline, const QString &rest, const UndoTokens &undo) {
                m_undo->offer(headline, rest, [this, undo] { m_denier->undo(undo); });
            });
    connect(m_kicker, &Kicker::jobStarted, m_jobs, &JobStrips::takeAsOurs);
    connect(m_jobs, &JobStrips::stopAsked, this, [this](quint64 job) {
        const auto report = [self = QPointer(this)](const QString &errorText) {
            if (!self.isNull() && !errorText.isEmpty())
                self->tell(tr("Not stopped."), errorText);
        };
        if (m_jobWatch->jobs().value(job).kind == QLatin1String("drain"))
            client::cancelDrain(m_parts.client, report);
        else
            client::cancelJob(m_parts.client, job, report);
    });
    m_kicker->setShown([this] {
        m_workspace->applyFilter();
        const QString text = m_filterBar->field().text().trimmed();
        // One of which no term could be read is none.
        return Kicker::Shown { Filter::parse(text).isEmpty() ? QString() : text, m_workspace->shownIds(),
                               m_data.isFrozen() };
    });
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
}

void RelayPage::connectActions()
{
    connect(&m_actions.inspect, &QAction::triggered, this, &RelayPage::inspectSelected);
    connect(&m_actions.tap, &QAction::triggered, m_taps, &TapDesk::openSelected);
    // With the filter as it stands there: what was typed last may not be applied yet.
    const auto chosen = [this] {
        m_workspace->applyFilter();
        return m_workspace->selectedIds();
    };
    connect(&m_actions.kick, &QAction::triggered, this, [this, chosen] { m_kicker->kick(chosen()); });
    connect(&m_actions.kickWithReason, &QAction::triggered, this,
            [this, chosen] { m_kicker->kickWithReason(chosen()); });
    connect(&m_actions.denyBooking, &QAction::triggered, this, [this, chosen] { m_kicker->kickAndDeny(chosen()); });
    connect(&m_actions.undoDeny, &QAction::triggered, m_undo, &UndoStack::undoNewest);
    connect(&m_actions.onlyTopic, &QAction::triggered, this, [this] { filterBySelection(true); });
    connect(&m_actions.onlyAddress, &QAction::triggered, this, [this] { filterBySelection(false); });
    connect(&m_actions.copyRows, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_workspace->selectedText()); });
    connect(&m_actions.showInRouting, &QAction::triggered, this, [this] {
        const QStringList topics = m_workspace->selectedTopics();
        if (!topics.isEmpty())
            setFilter(Filter::topicTerm(topics.first()));
        showView(View::Routing);
    });
    connect(&m_actions.theirConnections, &QAction::triggered, this, &RelayPage::showTheirConnections);
    connect(&m_actions.find, &QAction::triggered, this, [this] {
        m_filterBar->field().setFocus(Qt::ShortcutFocusReason);
        m_filterBar->field().selectAll();
    });
    connect(&m_actions.clearFilter, &QAction::triggered, this, [this] { setFilter({}); });
    for (int i = 0; i < kViews; ++i) {
        const auto view = static_cast<View>(i);
        connect(&m_actions.viewAction(view), &QAction::triggered, this, [this, view] { showView(view); });
        addAction(&m_actions.viewAction(view));
    }
    connect(&m_actions.freeze, &QAction::toggled, this, &RelayPage::freeze);
    connect(&m_actions.thaw, &QAction::triggered, this, [this] { m_actions.freeze.setChecked(false); });
    connect(&m_actions.tryNow, &QAction::triggered, &m_parts.client, &client::AdminClient::retryNow);
    connect(&m_actions.showSsh, &QAction::triggered, this, &RelayPage::showWhatSshSays);
    connect(&m_actions.nextPane, &QAction::triggered, this, &RelayPage::focusNextPane);
    connect(&m_actions.dismiss, &QAction::triggered, m_notice, &QWidget::hide);
    addActions({ &m_actions.find, &m_actions.undoDeny, &m_actions.tryNow, &m_actions.nextPane, &m_actions.exportShown });
}

} // namespace relay::gui
