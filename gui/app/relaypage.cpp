// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/relaypage.h"

#include "client/admin/drain.h"
#include "gui/app/denier.h"
#include "gui/app/guarddesk.h"
#include "gui/app/kicker.h"
#include "gui/app/memory.h"
#include "gui/app/menus.h"
#include "gui/app/options.h"
#include "gui/app/tapdesk.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/dialogs/sshdialog.h"
#include "gui/models/format.h"
#include "gui/tap/tapsdock.h"
#include "gui/views/banner.h"
#include "gui/views/connectiontable.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/jobstrips.h"
#include "gui/views/sidebar.h"
#include "gui/views/statusstrip.h"
#include "gui/views/topictable.h"
#include "gui/views/undostack.h"
#include "gui/views/vitalsrow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace relay::gui {

using namespace metric;
using namespace std::chrono_literals;

namespace {

constexpr int kRoomForDock = 1600; // below it the sidebar gives way while something is inspected
constexpr auto kNoticeStays = 8s;

} // namespace

RelayPage::RelayPage(const WindowParts &parts, WindowActions &windowActions, LookMenus &look, QWidget *window)
    : QWidget(window)
    , m_parts(parts)
    , m_windowActions(windowActions)
    , m_look(look)
    , m_window(window)
    , m_theme(parts.theme)
    , m_data(parts.mirror, parts.clock)
    , m_actions(parts.theme)
{
    build();
    layOut();
    connectData();
    connectWishes();
    connectActions();
    recall();
    retranslate();
    refreshFigures();
    m_second.setInterval(1s);
    m_second.start();
    showView(View::Connections);
}

RelayPage::~RelayPage()
{
    hide(); // as long as it is whole: its parts tell it when they are hidden
}

void RelayPage::build()
{
    m_sidebar = new Sidebar(m_theme, this);
    m_linkBanner = new Banner(m_theme, QStringLiteral("stale"), Banner::Tone::Warning, m_actions.tryNow, this);
    m_linkBanner->addButton(m_actions.showSsh);
    m_frozenBanner = new Banner(m_theme, QStringLiteral("freeze"), Banner::Tone::Note, m_actions.thaw, this);
    m_notice = new Banner(m_theme, QStringLiteral("kick"), Banner::Tone::Note, m_actions.dismiss, this);
    m_vitals = new VitalsRow(m_theme, this);
    m_filterBar = new FilterBar(m_theme, m_actions.freeze, this);
    m_workspace = new Workspace(m_parts.mirror, m_data, m_actions, m_theme, this);
    m_status = new StatusStrip(m_theme, this);
    m_menus = new Menus(m_actions, m_windowActions, m_look, *m_workspace, this);
    m_denier = new Denier(m_parts.client, this);
    m_jobWatch = new client::JobWatch(m_parts.client, this);
    m_kicker = new Kicker({ m_parts.client, m_parts.mirror, m_data.connections(), *m_jobWatch, *m_denier, m_theme },
                          m_window);
    m_kicker->setParent(this); // it goes with the page, its dialogs stand over the window
    m_undo = new UndoStack(m_theme, m_actions.undoDeny, this);
    m_jobs = new JobStrips(*m_jobWatch, m_theme, this);
    m_taps = new TapDesk({ m_parts.client, m_parts.mirror, *m_workspace, *m_status, m_theme }, this);
    m_desk = new ViewDesk({ m_parts.client, m_parts.mirror, *m_workspace, *m_sidebar, *m_filterBar, m_actions, m_theme,
                            m_parts.memory, m_parts.clock },
                          this);
    m_guard = new GuardDesk({ m_parts.client, m_parts.mirror, *m_workspace, m_sidebar->entries(), *m_denier, *m_undo,
                              m_actions, m_theme, m_parts.clock },
                            m_window, this);
    for (Banner *banner : { m_linkBanner, m_frozenBanner, m_notice })
        banner->hide();
    m_filterBar->setColumnsMenu(&m_menus->columns());
}

void RelayPage::layOut()
{
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    for (QWidget *part :
         std::initializer_list<QWidget *> { m_linkBanner, m_vitals, m_filterBar, m_frozenBanner, m_notice })
        content->addWidget(part);
    content->addWidget(m_workspace, 1);
    content->addWidget(m_jobs);
    content->addWidget(m_undo);
    auto *line = new QWidget(this);
    line->setFixedWidth(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidebar);
    middle->addWidget(line);
    middle->addLayout(content, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
}

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
            setFilter(QStringLiteral("topic:") + topics.first());
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

void RelayPage::recall()
{
    m_workspace->connectionTable().restoreColumns(m_parts.memory.connectionColumns());
    m_workspace->topicTable().restoreColumns(m_parts.memory.topicColumns());
    m_desk->recall();
}

void RelayPage::remember()
{
    m_parts.memory.setConnectionColumns(m_workspace->connectionTable().saveColumns());
    m_parts.memory.setTopicColumns(m_workspace->topicTable().saveColumns());
    m_desk->remember();
}

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

void RelayPage::freeze(bool isFrozen)
{
    m_frozenBanner->setWords(tr("Frozen at %1.", "Strip of the frozen view").arg(format::clock(m_parts.clock())), {});
    m_data.setFrozen(isFrozen);
    m_workspace->setFrozen(isFrozen);
    m_desk->setFrozen(isFrozen);
    m_actions.retranslate(); // the button says what it is
}

void RelayPage::tell(const QString &headline, const QString &rest)
{
    m_notice->setWords(headline, rest);
    m_notice->show();
    m_noticeTimer.start(kNoticeStays);
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
    setFilter(QStringLiteral("topic:") + topics.first());
}

void RelayPage::filterBySelection(bool byTopic)
{
    const QVector<quint64> ids = m_workspace->selectedIds();
    const auto it
        = ids.isEmpty() ? m_parts.mirror.connections().cend() : m_parts.mirror.connections().constFind(ids.first());
    if (it == m_parts.mirror.connections().cend())
        return;
    const QString address = format::peer(it->address); // never masked: the action is not there then
    setFilter(byTopic ? QString(QStringLiteral("topic:") + it->topic) : QString(QStringLiteral("address:") + address));
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
    setFilter(QStringLiteral("topic:") + id);
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

void RelayPage::setAlertCount(int count)
{
    if (std::exchange(m_alertCount, count) != count)
        Q_EMIT alertCountChanged();
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

QString RelayPage::bannerHeadline() const
{
    return m_linkBanner->isHidden() ? QString() : m_linkBanner->headline();
}

void RelayPage::retranslate()
{
    m_actions.retranslate();
    m_menus->retranslate();
    m_data.connections().retranslate();
    m_data.topics().retranslate();
    m_taps->retranslate();
    m_desk->retranslate();
    m_guard->retranslate();
    refreshLink();
}

void RelayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RelayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_filterBar->setNarrow(width() < kNarrow);
    arrangeSidebar();
}

void RelayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->hide();
    else if (event->key() == Qt::Key_Escape && m_jobs->stopNewest())
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

} // namespace relay::gui
