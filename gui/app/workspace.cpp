// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workspace.h"

#include "gui/app/actions.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/routepanel.h"
#include "gui/graph/routingview.h"
#include "gui/inspect/inspectdock.h"
#include "gui/models/format.h"
#include "gui/views/connectiontable.h"
#include "gui/views/firstrunpage.h"
#include "gui/views/selectionbar.h"
#include "gui/views/tablepage.h"
#include "gui/views/topictable.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kLeastRouting = 480;

//! As low as the page that is shown can be: the highest of all would take the room of the docks.
class PageStack : public QStackedWidget
{
public:
    explicit PageStack(QWidget *parent)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize all = QStackedWidget::minimumSizeHint();
        return currentWidget() == nullptr ? all : QSize(all.width(), currentWidget()->minimumSizeHint().height());
    }
};

QFrame *makeLine(QFrame::Shape shape, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::NoFrame);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    shape == QFrame::VLine ? line->setFixedWidth(1) : line->setFixedHeight(1);
    return line;
}

} // namespace

Workspace::Workspace(const client::Mirror &mirror, LiveData &live, Actions &actions, const Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_mirror(mirror)
    , m_data(live)
    , m_actions(actions)
    , m_theme(theme)
    , m_connections(live.connections())
    , m_topics(live.topics(), &live.connections())
    , m_health(new graph::HealthBook(mirror, this))
{
    setWindowFlags(Qt::Widget);
    setContextMenuPolicy(Qt::NoContextMenu);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setCentralWidget(centre);
    buildBand();
    buildPages();
    m_selectionBar = new SelectionBar(theme, this);
    column->addWidget(m_band);
    column->addWidget(m_pages, 1);
    column->addWidget(m_selectionBar);
    buildDock();
    connectTables();
    retranslate();
    showView(View::Connections);
}

void Workspace::buildBand()
{
    m_band = new QWidget(this);
    m_band->setFixedHeight(kBand);
    m_band->setBackgroundRole(QPalette::Base);
    m_band->setAutoFillBackground(true);
    m_throughput = new chart::ThroughputPanel(m_mirror, m_theme, m_band);
    m_throughput->plot().addActions({ &m_actions.chartPicture, &m_actions.chartFigures });
    m_throughput->plot().setContextMenuPolicy(Qt::ActionsContextMenu);
    m_routeSide = new QWidget(m_band);
    m_route = new graph::RoutePanel(m_mirror, m_theme, m_routeSide, m_health);
    auto *side = new QHBoxLayout(m_routeSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(makeLine(QFrame::VLine, m_routeSide));
    side->addWidget(m_route, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_throughput, 1);
    row->addWidget(m_routeSide);
    auto *column = new QVBoxLayout(m_band);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(makeLine(QFrame::HLine, m_band));
    connect(m_route, &graph::RoutePanel::connectionActivated, this, &Workspace::reveal);
    connect(m_throughput, &chart::ThroughputPanel::shownSeriesChanged, this, [this] {
        m_connectionTable->setSeries(m_throughput->shownSeries());
        m_topicTable->setSeries(m_throughput->shownSeries());
    });
}

void Workspace::buildPages()
{
    m_pages = new PageStack(this);
    m_firstRun = new FirstRunPage(m_theme, m_pages);
    m_connectionTable = new ConnectionTable(m_connections, m_theme);
    m_topicTable = new TopicTable(m_topics, m_theme);
    m_connectionPage = new TablePage(m_connectionTable, m_connections, m_theme, m_pages);
    m_topicPage = new TablePage(m_topicTable, m_topics, m_theme, m_pages);
    m_routing = new graph::RoutingView(m_mirror, m_theme, m_pages, m_health);
    m_routing->setMinimumWidth(kLeastRouting); // its legend would keep the tables from being narrow
    for (QWidget *page : std::initializer_list<QWidget *> { m_firstRun, m_connectionPage, m_topicPage, m_routing })
        m_pages->addWidget(page);
    m_connectionPage->addActions({ &m_actions.inspect, &m_actions.tap, &m_actions.kick, &m_actions.kickWithReason,
                                   &m_actions.denyBooking, &m_actions.showInRouting });
    m_topicPage->addActions({ &m_actions.tap, &m_actions.theirConnections });
    m_routing->addActions({ &m_actions.tap, &m_actions.kick, &m_actions.kickWithReason, &m_actions.denyBooking });
    for (QWidget *page : std::initializer_list<QWidget *> { m_connectionPage, m_topicPage })
        page->addActions({ &m_actions.freeze, &m_actions.copyRows });
    connect(m_routing, &graph::RoutingView::connectionActivated, this, &Workspace::select);
    connect(m_routing, &graph::RoutingView::connectionOpened, this, &Workspace::inspect);
    connect(m_routing, &graph::RoutingView::topicActivated, m_topicTable, &TopicTable::select);
    connect(&m_connections, &ConnectionProxy::filterChanged, this, [this] {
        if (m_connections.filter().isEmpty())
            m_routing->setMemberFilter({});
        else
            m_routing->setMemberFilter([this](const client::Connection &connection, const graph::Health &health) {
                return m_connections.filter().matches({ connection, health.status, health.dropRate });
            });
    });
    connect(m_routing, &graph::RoutingView::shownChanged, this, [this] {
        if (m_view == View::Routing)
            Q_EMIT shownRowsChanged();
    });
}

void Workspace::connectTables()
{
    connectTable(*m_connectionTable);
    connectTable(*m_topicTable);
    connect(m_connectionTable, &LiveTable::rowActivated, &m_actions.inspect, &QAction::trigger);
    connect(m_topicTable, &LiveTable::rowActivated, &m_actions.theirConnections, &QAction::trigger);
    for (TablePage *page : { m_connectionPage, m_topicPage })
        connect(page, &TablePage::clearFilterAsked, this, &Workspace::clearFilterAsked);
    connect(&m_data, &LiveData::ticked, this, &Workspace::updateSelectionBar);
    connect(&m_theme, &Theme::changed, this, &Workspace::updateSelectionBar);
}

void Workspace::connectTable(LiveTable &table)
{
    connect(&table, &LiveTable::selectionMoved, this, &Workspace::tellSelection);
    connect(&table, &LiveTable::contextMenuAsked, this, &Workspace::contextMenuAsked);
    const LiveProxy &proxy = table.proxy();
    connect(&proxy, &LiveProxy::rowsInserted, this, &Workspace::shownRowsChanged);
    connect(&proxy, &LiveProxy::rowsRemoved, this, &Workspace::shownRowsChanged);
    connect(&proxy, &LiveProxy::filterChanged, this, &Workspace::shownRowsChanged);
}

void Workspace::addPage(const WorkspacePage &page)
{
    m_more.insert(page.view, page);
    m_pages->addWidget(page.widget);
    m_actions.viewAction(page.view).setVisible(true);
    if (page.table != nullptr)
        connectPageTable(page);
    Q_EMIT pageAdded(page.view);
}

void Workspace::connectPageTable(const WorkspacePage &page)
{
    page.widget->addActions({ &m_actions.freeze, &m_actions.copyRows });
    page.widget->addActions(page.actions);
    connectTable(*page.table);
    if (auto *tablePage = qobject_cast<TablePage *>(page.widget))
        connect(tablePage, &TablePage::clearFilterAsked, this, &Workspace::clearFilterAsked);
}

chart::ThroughputPanel &Workspace::throughput() const
{
    return *m_throughput;
}

bool Workspace::hasPage(View view) const
{
    return view <= View::Routing || m_more.contains(view);
}

QVector<LiveTable *> Workspace::tables() const
{
    QVector<LiveTable *> all { m_connectionTable, m_topicTable };
    for (const WorkspacePage &page : m_more)
        if (page.table != nullptr)
            all.append(page.table);
    return all;
}

void Workspace::showView(View view)
{
    m_view = hasPage(view) ? view : View::Connections;
    if (view == View::Connections)
        m_selectionBar->setActions({ &m_actions.inspect, &m_actions.tap, &m_actions.kick, &m_actions.denyBooking });
    else if (view == View::Topics)
        m_selectionBar->setActions({ &m_actions.tap, &m_actions.showInRouting, &m_actions.theirConnections });
    else
        m_selectionBar->setActions(m_more.value(view).actions);
    arrange();
    tellSelection();
    Q_EMIT shownRowsChanged();
}

void Workspace::arrange()
{
    // What is over can be looked at also while nothing is connected.
    const bool isFirstRun = m_isNothingYet && m_view <= View::Routing;
    const bool isLiveTable = !isFirstRun && m_view < View::Routing;
    m_pages->setCurrentWidget(isFirstRun ? m_firstRun : currentPage());
    const bool isBottomOpen = m_bottom != nullptr && !m_bottom->isHidden();
    m_band->setVisible(isLiveTable && !isInspecting() && !isBottomOpen);
    m_routeSide->setVisible(m_view == View::Connections);
    m_routeSide->setFixedWidth(window()->width() < kNarrow ? kRouteNarrow : kRoute);
    // What can be done with the one that is inspected stands in its dock.
    const bool isInDock = isInspecting() && m_view == View::Connections;
    m_selectionBar->setVisible((isLiveTable && !isInDock) || !m_more.value(m_view).actions.isEmpty());
}

void Workspace::setFilterText(const QString &text)
{
    for (LiveTable *table : tables())
        table->proxy().setFilterText(text);
}

void Workspace::applyFilter()
{
    for (LiveTable *table : tables())
        table->proxy().applyFilter();
}

void Workspace::setStale(bool isStale)
{
    if (isStale == m_isStale)
        return;
    m_isStale = isStale;
    for (LiveTable *table : tables())
        table->setStale(isStale);
    updateSelectionBar();
}

void Workspace::setFrozen(bool isFrozen)
{
    m_routing->setFrozen(isFrozen);
    for (LiveTable *table : tables())
        table->setFrozen(isFrozen);
}

void Workspace::setMenuOpen(bool isOpen)
{
    for (LiveTable *table : tables())
        table->setMenuOpen(isOpen);
}

void Workspace::setNothingYet(bool isNothingYet)
{
    if (isNothingYet == m_isNothingYet)
        return;
    m_isNothingYet = isNothingYet;
    arrange();
    focusTable();
}

void Workspace::setListenAddress(const QString &address)
{
    m_firstRun->setListenAddress(address);
}

QVector<quint64> Workspace::shownIds() const
{
    QVector<quint64> ids;
    ids.reserve(m_connections.rowCount());
    for (int row = 0; row < m_connections.rowCount(); ++row)
        ids.append(m_connections.index(row, 0).data(IdRole).toULongLong());
    return ids;
}

void Workspace::select(quint64 id)
{
    m_connectionTable->select(id);
}

bool Workspace::reveal(quint64 id)
{
    applyFilter(); // what was typed last
    if (m_connections.rowOf(id) < 0 && m_data.connections().rowOf(id) >= 0) {
        Q_EMIT clearFilterAsked();
        applyFilter();
    }
    m_connectionTable->select(id);
    return m_connections.rowOf(id) >= 0;
}

void Workspace::focusTable()
{
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QWidget *Workspace::currentPage() const
{
    switch (m_view) {
    case View::Connections: return m_connectionPage;
    case View::Topics: return m_topicPage;
    case View::Routing: return m_routing;
    default: return m_more.value(m_view).widget;
    }
}

LiveTable *Workspace::currentTable() const
{
    return tableOf(m_view);
}

LiveTable *Workspace::tableOf(View view) const
{
    switch (view) {
    case View::Connections: return m_connectionTable;
    case View::Topics: return m_topicTable;
    default: return m_more.value(view).table;
    }
}

QPair<int, int> Workspace::shownInGraph() const
{
    return { m_routing->shownTopics(), m_routing->shownConnections() };
}

int Workspace::shownRows() const
{
    const LiveTable *table = m_view == View::Routing ? m_topicTable : currentTable();
    return table == nullptr ? 0 : table->proxy().rowCount();
}

int Workspace::allRows() const
{
    const LiveTable *table = m_view == View::Routing ? m_topicTable : currentTable();
    return table == nullptr ? 0 : table->proxy().sourceModel()->rowCount();
}

void Workspace::retranslate()
{
    m_connectionPage->setNothingSentence(tr("No connection matches %1."), tr("Nothing is connected."));
    m_topicPage->setNothingSentence(tr("No topic matches %1."),
                                    tr("There are no topics. A topic appears with its first connection."));
    compareSelected();
    updateSelectionBar();
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_selectionBar != nullptr)
        retranslate();
    if (event->type() == QEvent::LayoutDirectionChange && m_inspect != nullptr)
        placeDock();
    QMainWindow::changeEvent(event);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

} // namespace relay::gui
