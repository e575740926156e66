// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workspace.h"

#include "gui/app/actions.h"
#include "gui/chart/throughputpanel.h"
#include "gui/graph/routepanel.h"
#include "gui/graph/routingview.h"
#include "gui/inspect/inspectdock.h"
#include "gui/models/format.h"
#include "gui/views/connectiontable.h"
#include "gui/views/firstrunpage.h"
#include "gui/views/selectionbar.h"
#include "gui/views/statuscolor.h"
#include "gui/views/tablepage.h"
#include "gui/views/topictable.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kLeastRouting = 480;

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
    , m_topics(live.topics())
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
    m_routeSide = new QWidget(m_band);
    m_route = new graph::RoutePanel(m_mirror, m_theme, m_routeSide);
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
    connect(m_route, &graph::RoutePanel::connectionActivated, this, &Workspace::select);
}

void Workspace::buildPages()
{
    m_pages = new QStackedWidget(this);
    m_firstRun = new FirstRunPage(m_theme, m_pages);
    m_connectionTable = new ConnectionTable(m_connections, m_theme);
    m_topicTable = new TopicTable(m_topics, m_theme);
    m_connectionPage = new TablePage(m_connectionTable, m_connections, m_theme, m_pages);
    m_topicPage = new TablePage(m_topicTable, m_topics, m_theme, m_pages);
    m_routing = new graph::RoutingView(m_mirror, m_theme, m_pages);
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
    m_routing->setTopicFilter([this](const client::Topic &topic) {
        client::Connection asConnection;
        asConnection.topic = topic.id;
        asConnection.kind = topic.kind;
        asConnection.inRate = topic.inRate;
        asConnection.outRate = topic.outRate;
        return m_topics.filter().matchesTopic(
            { asConnection, topic.slowReaders > 0 ? Status::Slow : Status::Healthy, 0 });
    });
    connect(&m_topics, &TopicProxy::filterChanged, m_routing, &graph::RoutingView::refresh);
}

void Workspace::buildDock()
{
    m_inspect = new inspect::InspectDock(m_mirror, m_theme, this);
    m_inspect->setObjectName(QStringLiteral("inspect"));
    m_inspect->setActions({ &m_actions.tap, &m_actions.kick, &m_actions.denyBooking });
    addDockWidget(Qt::RightDockWidgetArea, m_inspect);
    m_inspect->hide();
    connect(m_inspect, &QDockWidget::visibilityChanged, this, [this] {
        arrange();
        Q_EMIT inspectingChanged(isInspecting());
    });
}

void Workspace::addBottomDock(QDockWidget &dock, int height)
{
    m_bottom = &dock;
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, &dock);
    dock.hide();
    connect(&dock, &QDockWidget::visibilityChanged, this, [this, height, isFirst = true](bool isVisible) mutable {
        arrange();
        if (isVisible && std::exchange(isFirst, false)) // from then on it is as high as the operator left it
            resizeDocks({ m_bottom }, { height }, Qt::Vertical);
    });
}

void Workspace::connectTables()
{
    for (LiveTable *table : std::initializer_list<LiveTable *> { m_connectionTable, m_topicTable }) {
        connect(table, &LiveTable::selectionMoved, this, &Workspace::tellSelection);
        connect(table, &LiveTable::contextMenuAsked, this, &Workspace::contextMenuAsked);
    }
    connect(m_connectionTable, &LiveTable::rowActivated, &m_actions.inspect, &QAction::trigger);
    connect(m_topicTable, &LiveTable::rowActivated, &m_actions.theirConnections, &QAction::trigger);
    for (const LiveProxy *proxy : std::initializer_list<const LiveProxy *> { &m_connections, &m_topics }) {
        connect(proxy, &LiveProxy::rowsInserted, this, &Workspace::shownRowsChanged);
        connect(proxy, &LiveProxy::rowsRemoved, this, &Workspace::shownRowsChanged);
        connect(proxy, &LiveProxy::filterChanged, this, &Workspace::shownRowsChanged);
    }
    for (TablePage *page : { m_connectionPage, m_topicPage })
        connect(page, &TablePage::clearFilterAsked, this, &Workspace::clearFilterAsked);
    connect(&m_data, &LiveData::ticked, this, &Workspace::updateSelectionBar);
    connect(&m_theme, &Theme::changed, this, &Workspace::updateSelectionBar);
}

void Workspace::showView(View view)
{
    m_view = view;
    if (view == View::Connections)
        m_selectionBar->setActions({ &m_actions.inspect, &m_actions.tap, &m_actions.kick, &m_actions.denyBooking });
    else if (view == View::Topics)
        m_selectionBar->setActions({ &m_actions.tap, &m_actions.showInRouting, &m_actions.theirConnections });
    arrange();
    tellSelection();
    Q_EMIT shownRowsChanged();
}

void Workspace::arrange()
{
    const bool isTable = !m_isNothingYet && m_view != View::Routing;
    m_pages->setCurrentWidget(m_isNothingYet ? m_firstRun : currentPage());
    const bool isBottomOpen = m_bottom != nullptr && !m_bottom->isHidden();
    m_band->setVisible(isTable && !isInspecting() && !isBottomOpen);
    m_routeSide->setVisible(m_view == View::Connections);
    m_routeSide->setFixedWidth(window()->width() < kNarrow ? kRouteNarrow : kRoute);
    m_selectionBar->setVisible(isTable);
}

void Workspace::setFilterText(const QString &text)
{
    m_connections.setFilterText(text);
    m_topics.setFilterText(text);
}

void Workspace::setStale(bool isStale)
{
    m_isStale = isStale;
    m_connectionTable->setStale(isStale);
    m_topicTable->setStale(isStale);
    updateSelectionBar();
}

void Workspace::setFrozen(bool isFrozen)
{
    m_connectionTable->setFrozen(isFrozen);
    m_topicTable->setFrozen(isFrozen);
}

void Workspace::setMenuOpen(bool isOpen)
{
    m_connectionTable->setMenuOpen(isOpen);
    m_topicTable->setMenuOpen(isOpen);
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

QVector<quint64> Workspace::selectedIds() const
{
    if (m_view == View::Topics)
        return {};
    return m_connectionTable->selectedIds();
}

QStringList Workspace::selectedTopics() const
{
    return m_view == View::Topics ? m_topicTable->selectedTopics() : QStringList();
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

void Workspace::inspect(quint64 id)
{
    m_connectionTable->select(id);
    m_inspect->showConnection(id);
    m_inspect->show();
    arrange();
    if (!std::exchange(m_hasInspected, true)) // from then on it is as wide as the operator left it
        resizeDocks({ m_inspect }, { m_inspect->widget()->sizeHint().width() }, Qt::Horizontal);
    m_inspect->raise();
}

inspect::InspectDock &Workspace::inspectDock()
{
    return *m_inspect;
}

bool Workspace::isInspecting() const
{
    return m_inspect != nullptr && !m_inspect->isHidden();
}

void Workspace::focusTable()
{
    if (m_isNothingYet)
        m_firstRun->setFocus(Qt::OtherFocusReason);
    else
        currentPage()->setFocus(Qt::OtherFocusReason);
}

QWidget *Workspace::currentPage() const
{
    if (m_view == View::Connections)
        return m_connectionPage;
    return m_view == View::Topics ? static_cast<QWidget *>(m_topicPage) : m_routing;
}

LiveTable *Workspace::currentTable()
{
    if (m_view == View::Connections)
        return m_connectionTable;
    return m_view == View::Topics ? static_cast<LiveTable *>(m_topicTable) : nullptr;
}

int Workspace::shownRows() const
{
    return m_view == View::Connections ? m_connections.rowCount() : m_topics.rowCount();
}

int Workspace::allRows() const
{
    return m_view == View::Connections ? m_data.connections().rowCount() : m_data.topics().rowCount();
}

QString Workspace::selectedText() const
{
    const LiveTable *table = m_view == View::Topics ? static_cast<const LiveTable *>(m_topicTable) : m_connectionTable;
    QModelIndexList rows = table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int place = 0; place < table->horizontalHeader()->count(); ++place) {
            const int column = table->horizontalHeader()->logicalIndex(place);
            if (!table->isColumnHidden(column) && table->columns().at(column).kind != CellKind::Spark)
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void Workspace::tellSelection()
{
    const QVector<quint64> ids = selectedIds();
    if (ids.size() == 1) {
        m_route->showConnection(ids.first());
        m_routing->showConnection(ids.first());
        if (isInspecting())
            m_inspect->showConnection(ids.first());
    } else if (m_view == View::Connections) {
        m_route->clear();
        m_routing->clear();
    }
    updateSelectionBar();
    Q_EMIT selectionMoved();
}

void Workspace::updateSelectionBar()
{
    const Tokens &t = m_theme.tokens();
    if (m_view == View::Topics) {
        const QStringList topics = selectedTopics();
        if (topics.isEmpty()) {
            m_selectionBar->showSentence(tr("Select a topic to see its connections or its route."));
            return;
        }
        QVector<SelectionPart> parts;
        for (const QString &topic : topics)
            parts.append({ .icon = format::kindIcon(m_mirror.topics().value(topic).kind),
                           .iconColor = t.text2,
                           .text = format::topic(topic) });
        m_selectionBar->showSelection(tr("%n selected", "Topics", static_cast<int>(topics.size())), parts);
        return;
    }
    const QVector<quint64> ids = selectedIds();
    if (ids.isEmpty()) {
        m_selectionBar->showSentence(tr("Select a connection to inspect or to kick it."));
        return;
    }
    const ConnectionModel &model = m_data.connections();
    QVector<SelectionPart> parts;
    for (const quint64 id : ids) {
        const int row = model.rowOf(id);
        if (row < 0)
            continue;
        const ConnectionRow &shown = model.rows().at(row);
        const client::Connection &c = shown.connection;
        parts.append({ .icon = statusIcon(shown.status),
                       .iconColor = m_isStale ? t.text3 : statusColor(t, shown.status),
                       .text = ids.size() == 1 ? format::topic(c.topic) : format::peer(c.address) });
        if (ids.size() > 1)
            continue;
        parts.append({ .icon = {}, .iconColor = {}, .text = format::role(c.role), .isSecondary = true });
        parts.append({ .icon = {}, .iconColor = {}, .text = format::peer(c.address) });
        parts.append({ .icon = {}, .iconColor = {}, .text = c.userAgent, .isSecondary = true });
    }
    m_selectionBar->showSelection(tr("%n selected", "Connections", static_cast<int>(ids.size())), parts);
}

void Workspace::retranslate()
{
    m_connectionPage->setNothingSentence(tr("No connection matches %1."), tr("Nothing is connected."));
    m_topicPage->setNothingSentence(tr("No topic matches %1."),
                                    tr("There are no topics. A topic appears with its first connection."));
    updateSelectionBar();
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_selectionBar != nullptr)
        retranslate();
    QMainWindow::changeEvent(event);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

} // namespace relay::gui
