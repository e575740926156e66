// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/viewdesk.h"

#include "gui/app/actions.h"
#include "gui/app/exporter.h"
#include "gui/app/memory.h"
#include "gui/app/recordpages.h"
#include "gui/app/viewkeeper.h"
#include "gui/app/workspace.h"
#include "gui/chart/historysource.h"
#include "gui/chart/throughputpanel.h"
#include "gui/views/filterbar.h"
#include "gui/views/filterfield.h"
#include "gui/views/livetable.h"
#include "gui/views/sidebar.h"

#include <QHeaderView>

#include <array>

namespace relay::gui {

namespace {

constexpr std::array kRecordViews { View::Closed, View::Events, View::Audit, View::Shells };
//! Whose tables are remembered here; the page remembers those of the live ones.
constexpr std::array kPlainViews { View::Closed, View::Events, View::Audit, View::Shells, View::DenyList };

} // namespace

ViewDesk::ViewDesk(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_history(new chart::HistorySource(parts.client, parts.clock, this))
    , m_records(new RecordPages(
          { parts.client, parts.mirror, parts.workspace, parts.actions, parts.theme, parts.clock }, this))
    , m_keeper(new ViewKeeper(parts.memory.savedViews(),
                              { [this] { return capture(); }, [this](const SavedView &view) { show(view); },
                                [this](const SavedView &view) { return isShown(view); } },
                              window))
    , m_exporter(new Exporter(parts.workspace, window))
{
    parts.workspace.throughput().setSource(m_history);
    connectRecords();
    connectViews();
    connectExport();
    showNames();
}

ViewDesk::~ViewDesk() = default;

void ViewDesk::connectRecords()
{
    const auto showCounts = [this] {
        for (const View view : kRecordViews)
            m_parts.sidebar.entries().setCount(view, m_records->count(view));
    };
    for (const View view : { View::Closed, View::Events, View::Audit })
        m_parts.sidebar.entries().setAvailable(view, true);
    const auto offerShells = [this](bool areOffered) {
        m_parts.sidebar.entries().setAvailable(View::Shells, areOffered);
        m_parts.actions.shellsView.setVisible(areOffered);
    };
    offerShells(false); // until a relay says that it has them
    connect(m_records, &RecordPages::shellsOffered, this, offerShells);
    connect(m_records, &RecordPages::countsChanged, this, showCounts);
    connect(m_records, &RecordPages::chartEventsChanged, this,
            [this] { m_parts.workspace.throughput().setEvents(m_records->chartEvents()); });
    connect(&m_parts.workspace.throughput(), &chart::ThroughputPanel::eventChosen, this, [this](qint64 id) {
        Q_EMIT viewAsked(View::Events);
        m_records->selectEvent(id);
    });
    connect(m_records, &RecordPages::connectionAsked, this, &ViewDesk::connectionAsked);
    connect(m_records, &RecordPages::topicAsked, this, [this](const QString &topic) {
        Q_EMIT filterAsked(Filter::topicTerm(topic));
        Q_EMIT viewAsked(View::Connections);
    });
    showCounts();
}

void ViewDesk::connectViews()
{
    m_parts.filterBar.setViewMenu(&m_keeper->menu());
    connect(&m_parts.sidebar, &Sidebar::savedViewChosen, m_keeper, &ViewKeeper::show);
    connect(&m_parts.actions.saveView, &QAction::triggered, m_keeper, &ViewKeeper::saveAs);
    connect(&m_parts.memory.savedViews(), &SavedViews::changed, this, &ViewDesk::showNames);
    connect(m_keeper, &ViewKeeper::shownChanged, this, &ViewDesk::showNames);
    connect(m_keeper, &ViewKeeper::told, this, &ViewDesk::told);
    connect(&m_parts.filterBar.field(), &FilterField::textChanged, this, &ViewDesk::noteChange);
    for (const LiveTable *table : m_parts.workspace.tables())
        follow(*table);
    connect(&m_parts.workspace, &Workspace::pageAdded, this, [this](View view) { // others add theirs later
        if (const LiveTable *table = m_parts.workspace.tableOf(view))
            follow(*table);
    });
}

void ViewDesk::follow(const LiveTable &table)
{
    connect(&table, &LiveTable::columnsChanged, this, &ViewDesk::noteChange);
    connect(table.horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ViewDesk::noteChange);
    connect(table.horizontalHeader(), &QHeaderView::sectionMoved, this, &ViewDesk::noteChange);
}

void ViewDesk::connectExport()
{
    m_parts.filterBar.setExportMenu(&m_exporter->menu());
    const Actions &actions = m_parts.actions;
    connect(&actions.exportShown, &QAction::triggered, this, [this] { m_parts.filterBar.openExportMenu(); });
    connect(&actions.chartPicture, &QAction::triggered, this, [this] { m_exporter->ask(Exporter::What::ChartPicture); });
    connect(&actions.chartFigures, &QAction::triggered, this, [this] { m_exporter->ask(Exporter::What::ChartCsv); });
    connect(m_exporter, &Exporter::told, this, &ViewDesk::told);
}

SavedView ViewDesk::capture() const
{
    const LiveTable *table = m_parts.workspace.currentTable();
    return { {},
             viewKey(m_parts.workspace.view()),
             m_parts.filterBar.field().text(),
             table == nullptr ? QByteArray() : table->saveColumns() };
}

void ViewDesk::show(const SavedView &view)
{
    Q_EMIT viewAsked(viewOfKey(view.view));
    Q_EMIT filterAsked(view.filter);
    LiveTable *table = m_parts.workspace.currentTable();
    if (table == nullptr)
        return;
    // Without columns, or with those of another version: only the order, the columns are everybody's own.
    if (view.columns.isEmpty() || !table->restoreColumns(view.columns))
        table->sortByColumn(0, Qt::AscendingOrder);
}

bool ViewDesk::isShown(const SavedView &view) const
{
    const SavedView now = capture();
    if (view.view != now.view || view.filter.trimmed() != now.filter.trimmed())
        return false;
    const LiveTable *table = m_parts.workspace.currentTable();
    if (table == nullptr)
        return true;
    const QHeaderView *head = table->horizontalHeader();
    return view.columns.isEmpty()
        ? head->sortIndicatorSection() == 0 && head->sortIndicatorOrder() == Qt::AscendingOrder
        : view.columns == now.columns;
}

void ViewDesk::noteChange()
{
    m_keeper->refresh();
}

void ViewDesk::showNames()
{
    m_parts.sidebar.entries().setSavedViews(m_parts.memory.savedViews().names());
    m_parts.sidebar.entries().setCurrentSaved(m_keeper->isChanged() ? QString() : m_keeper->current());
    m_parts.filterBar.setViewText(m_keeper->buttonText());
}

void ViewDesk::recall()
{
    for (const View view : kPlainViews)
        if (LiveTable *table = m_parts.workspace.tableOf(view))
            table->restoreColumns(m_parts.memory.columnsOf(viewKey(view)));
    noteChange();
}

void ViewDesk::remember()
{
    for (const View view : kPlainViews)
        if (const LiveTable *table = m_parts.workspace.tableOf(view))
            m_parts.memory.setColumnsOf(viewKey(view), table->saveColumns());
}

void ViewDesk::setRelayName(const QString &name)
{
    m_exporter->setRelayName(name);
}

void ViewDesk::setFrozen(bool isFrozen)
{
    m_records->setFrozen(isFrozen);
}

void ViewDesk::retranslate()
{
    m_records->retranslate();
    m_exporter->retranslate();
    showNames();
}

} // namespace relay::gui
