// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/relaypage.h"

#include "gui/app/denier.h"
#include "gui/app/kicker.h"
#include "gui/app/language.h"
#include "gui/app/memory.h"
#include "gui/app/menus.h"
#include "gui/app/options.h"
#include "gui/app/workspace.h"
#include "gui/models/format.h"
#include "gui/views/banner.h"
#include "gui/views/connectiontable.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/headerbar.h"
#include "gui/views/jobstrips.h"
#include "gui/views/sidebar.h"
#include "gui/views/statusstrip.h"
#include "gui/views/topictable.h"
#include "gui/views/undostack.h"
#include "gui/views/vitalsrow.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace relay::gui {

using namespace metric;
using namespace std::chrono_literals;

namespace {

constexpr QSize kFirstSize { 1440, 900 };
constexpr QSize kSmallest { 1024, 640 };
constexpr int kRoomForDock = 1600; // below it the sidebar gives way while something is inspected
constexpr auto kNoticeStays = 8s;

} // namespace

MainWindow::MainWindow(const WindowParts &parts)
    : m_parts(parts)
    , m_theme(parts.theme)
    , m_data(parts.mirror, parts.clock)
    , m_actions(parts.theme)
{
    setMinimumSize(kSmallest);
    resize(kFirstSize);
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

MainWindow::~MainWindow()
{
    hide(); // as long as it is whole: its parts tell it when they are hidden
}

void MainWindow::build()
{
    setCentralWidget(new QWidget(this));
    m_header = new HeaderBar(m_theme, this);
    m_sidebar = new Sidebar(m_theme, this);
    m_linkBanner = new Banner(m_theme, QStringLiteral("stale"), Banner::Tone::Warning, m_actions.tryNow, this);
    m_frozenBanner = new Banner(m_theme, QStringLiteral("freeze"), Banner::Tone::Note, m_actions.thaw, this);
    m_notice = new Banner(m_theme, QStringLiteral("kick"), Banner::Tone::Note, m_actions.dismiss, this);
    m_vitals = new VitalsRow(m_theme, this);
    m_filterBar = new FilterBar(m_theme, m_actions.freeze, this);
    m_workspace = new Workspace(m_parts.mirror, m_data, m_actions, m_theme, this);
    m_status = new StatusStrip(m_theme, this);
    m_menus = new Menus(m_actions, *m_workspace, *menuBar(), this);
    m_denier = new Denier(m_parts.client, this);
    m_kicker = new Kicker({ m_parts.client, m_parts.mirror, m_data.connections(), *m_denier, m_theme }, this);
    m_undo = new UndoStack(m_theme, m_actions.undoDeny, this);
    m_jobWatch = new client::JobWatch(m_parts.client, this);
    m_jobs = new JobStrips(*m_jobWatch, m_theme, this);
    for (Banner *banner : { m_linkBanner, m_frozenBanner, m_notice })
        banner->hide();
    menuBar()->hide();
    m_header->setMainMenu(&m_menus->main());
    m_header->setSettingsMenu(&m_menus->settings());
    m_filterBar->setColumnsMenu(&m_menus->columns());
}

void MainWindow::layOut()
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
    auto *all = new QVBoxLayout(centralWidget());
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
}

void MainWindow::connectData()
{
    connect(&m_parts.client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        refreshLink();
        if (state == client::AdminClient::State::Open)
            askWhereItListens();
    });
    connect(&m_parts.mirror, &client::Mirror::staleChanged, this, &MainWindow::refreshLink);
    connect(&m_parts.mirror, &client::Mirror::wasReset, this, &MainWindow::refreshLink);
    connect(&m_parts.mirror, &client::Mirror::connectionsChanged, this, [this] { ++m_updates; });
    connect(&m_data, &LiveData::ticked, this, &MainWindow::refreshFigures);
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

void MainWindow::connectWishes()
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
    connect(m_sidebar, &Sidebar::viewChosen, this, &MainWindow::showView);
    connect(m_sidebar, &Sidebar::filterChosen, this, &MainWindow::setFilter);
    connect(m_vitals, &VitalsRow::filterChosen, this, [this](const QString &text) {
        showView(View::Connections);
        setFilter(text);
    });
    connect(m_vitals, &VitalsRow::topicsChosen, this, [this] { showView(View::Topics); });
    connect(m_workspace, &Workspace::clearFilterAsked, this, [this] { setFilter({}); });
    connect(m_workspace, &Workspace::shownRowsChanged, this, &MainWindow::refreshShown);
    connect(m_workspace, &Workspace::selectionMoved, this, &MainWindow::updatePermissions);
    connect(m_workspace, &Workspace::contextMenuAsked, m_menus, &Menus::openContext);
    connect(m_workspace, &Workspace::inspectingChanged, this, [this] { setRail(m_wantsRail); });
    connect(m_menus, &Menus::themeChosen, this, &MainWindow::chooseTheme);
    connect(m_menus, &Menus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_kicker, &Kicker::told, this, &MainWindow::tell);
    connect(m_denier, &Denier::told, this, &MainWindow::tell);
    connect(m_denier, &Denier::denied, this,
            [this](const QString &headline, const QString &rest, const UndoTokens &undo) {
                m_undo->offer(headline, rest, [this, undo] { m_denier->undo(undo); });
            });
    connect(m_kicker, &Kicker::jobStarted, m_jobs, &JobStrips::takeAsOurs);
    connect(m_jobs, &JobStrips::stopAsked, this, [this](quint64 job) {
        client::cancelJob(m_parts.client, job, [self = QPointer(this)](const QString &errorText) {
            if (!self.isNull() && !errorText.isEmpty())
                self->tell(tr("Not stopped."), errorText);
        });
    });
    m_kicker->setShown([this] {
        return Kicker::Shown { m_filterBar->field().text().trimmed(), m_workspace->shownIds() };
    });
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
}

void MainWindow::connectActions()
{
    connect(&m_actions.inspect, &QAction::triggered, this, &MainWindow::inspectSelected);
    connect(&m_actions.kick, &QAction::triggered, this, [this] { m_kicker->kick(m_workspace->selectedIds()); });
    connect(&m_actions.kickWithReason, &QAction::triggered, this,
            [this] { m_kicker->kickWithReason(m_workspace->selectedIds()); });
    connect(&m_actions.denyBooking, &QAction::triggered, this, [this] { m_kicker->kickAndDeny(m_workspace->selectedIds()); });
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
    connect(&m_actions.theirConnections, &QAction::triggered, this, &MainWindow::showTheirConnections);
    connect(&m_actions.find, &QAction::triggered, this, [this] {
        m_filterBar->field().setFocus(Qt::ShortcutFocusReason);
        m_filterBar->field().selectAll();
    });
    connect(&m_actions.clearFilter, &QAction::triggered, this, [this] { setFilter({}); });
    connect(&m_actions.connectionsView, &QAction::triggered, this, [this] { showView(View::Connections); });
    connect(&m_actions.topicsView, &QAction::triggered, this, [this] { showView(View::Topics); });
    connect(&m_actions.routingView, &QAction::triggered, this, [this] { showView(View::Routing); });
    connect(&m_actions.freeze, &QAction::toggled, this, &MainWindow::freeze);
    connect(&m_actions.thaw, &QAction::triggered, this, [this] { m_actions.freeze.setChecked(false); });
    connect(&m_actions.tryNow, &QAction::triggered, &m_parts.client, &client::AdminClient::retryNow);
    connect(&m_actions.sidebar, &QAction::toggled, this, [this](bool isOn) {
        m_wantsRail = isOn;
        setRail(isOn);
    });
    connect(&m_actions.menuBar, &QAction::toggled, menuBar(), &QWidget::setVisible);
    connect(&m_actions.nextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(&m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(&m_actions.dismiss, &QAction::triggered, m_notice, &QWidget::hide);
    addActions({ &m_actions.find, &m_actions.connectionsView, &m_actions.topicsView, &m_actions.routingView,
                 &m_actions.undoDeny, &m_actions.tryNow, &m_actions.sidebar, &m_actions.menuBar, &m_actions.nextPane,
                 &m_actions.quit });
}

void MainWindow::recall()
{
    restoreGeometry(m_parts.memory.geometry());
    m_workspace->connectionTable().restoreColumns(m_parts.memory.connectionColumns());
    m_workspace->topicTable().restoreColumns(m_parts.memory.topicColumns());
    m_actions.sidebar.setChecked(m_parts.memory.isRail());
    const QStringList keys { QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark") };
    m_menus->setTheme(keys.at(static_cast<int>(m_theme.mode())));
    m_menus->setLanguage(m_parts.language.current());
}

void MainWindow::remember()
{
    m_parts.memory.setGeometry(saveGeometry());
    m_parts.memory.setConnectionColumns(m_workspace->connectionTable().saveColumns());
    m_parts.memory.setTopicColumns(m_workspace->topicTable().saveColumns());
    m_parts.memory.setRail(m_wantsRail);
}

void MainWindow::open(const Start &start)
{
    showView(start.view);
    setFilter(start.filter);
    m_awaited = start.connection;
    selectAwaited();
}

void MainWindow::selectAwaited()
{
    if (m_awaited == 0 || m_data.connections().rowOf(m_awaited) < 0)
        return;
    m_workspace->select(std::exchange(m_awaited, 0));
}

void MainWindow::setFilter(const QString &text)
{
    m_filterBar->field().setText(text);
}

void MainWindow::showView(View view)
{
    m_workspace->showView(view);
    m_sidebar->entries().setCurrent(view);
    m_filterBar->setColumnsShown(view != View::Routing);
    m_actions.connectionsView.setChecked(view == View::Connections);
    m_actions.topicsView.setChecked(view == View::Topics);
    m_actions.routingView.setChecked(view == View::Routing);
    updatePermissions();
    m_workspace->focusTable();
}

void MainWindow::freeze(bool isFrozen)
{
    m_frozenBanner->setWords(tr("Frozen at %1.", "Strip of the frozen view").arg(format::clock(m_parts.clock())), {});
    m_data.setFrozen(isFrozen);
    m_workspace->setFrozen(isFrozen);
    m_actions.retranslate(); // the button says what it is
}

void MainWindow::tell(const QString &headline, const QString &rest)
{
    m_notice->setWords(headline, rest);
    m_notice->show();
    m_noticeTimer.start(kNoticeStays);
}

void MainWindow::inspectSelected()
{
    const QVector<quint64> ids = m_workspace->selectedIds();
    if (!ids.isEmpty())
        m_workspace->inspect(ids.first());
}

void MainWindow::showTheirConnections()
{
    const QStringList topics = m_workspace->selectedTopics();
    if (topics.isEmpty())
        return;
    showView(View::Connections);
    setFilter(QStringLiteral("topic:") + topics.first());
}

void MainWindow::filterBySelection(bool byTopic)
{
    const QVector<quint64> ids = m_workspace->selectedIds();
    const auto it
        = ids.isEmpty() ? m_parts.mirror.connections().cend() : m_parts.mirror.connections().constFind(ids.first());
    if (it == m_parts.mirror.connections().cend())
        return;
    const QString address = format::peer(it->address);
    setFilter(byTopic ? QString(QStringLiteral("topic:") + it->topic) : QString(QStringLiteral("address:") + address));
}

void MainWindow::setRail(bool isRail)
{
    m_sidebar->setRail(isRail || (m_workspace->isInspecting() && width() < kRoomForDock));
}

void MainWindow::chooseTheme(const QString &key)
{
    const Theme::Mode mode = key == QLatin1String("light") ? Theme::Mode::Light
        : key == QLatin1String("dark")                     ? Theme::Mode::Dark
                                                           : Theme::Mode::System;
    m_parts.memory.setTheme(mode);
    m_theme.setMode(mode);
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_parts.memory.setLanguage(code);
    m_parts.language.apply(code);
}

void MainWindow::focusNextPane()
{
    const QVector<QWidget *> panes { &m_filterBar->field(), m_workspace->currentTable(), m_sidebar, m_vitals };
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

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Relay"),
        tr("Relay %1\n\nA websocket relay for remote laboratories: one sends, many see.\nFree software under the GNU General Public License, version 3 or later.")
            .arg(QStringLiteral(RELAY_VERSION)),
        QMessageBox::Close, this);
    box->setIconPixmap(m_theme.pixmap(QStringLiteral("relay"), 48, {}, devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString MainWindow::bannerHeadline() const
{
    return m_linkBanner->isHidden() ? QString() : m_linkBanner->headline();
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_menus->retranslate();
    m_menus->setLanguage(m_parts.language.current());
    m_data.connections().retranslate();
    m_data.topics().retranslate();
    setWindowTitle(tr("Relay", "Title of the window"));
    refreshLink();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_filterBar->setNarrow(width() < kNarrow);
    setRail(m_wantsRail);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->hide();
    else if (event->key() == Qt::Key_Escape && m_jobs->stopNewest())
        event->accept();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace relay::gui
