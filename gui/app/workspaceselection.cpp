// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in the workspace, and who is told of it: route, graph, chart, docks, the bar below.
#include "gui/app/workspace.h"

#include "gui/app/actions.h"
#include "gui/chart/throughputpanel.h"
#include "gui/graph/routepanel.h"
#include "gui/graph/routingview.h"
#include "gui/inspect/inspectdock.h"
#include "gui/models/addressmask.h"
#include "gui/models/format.h"
#include "gui/views/connectiontable.h"
#include "gui/views/selectionbar.h"
#include "gui/views/statuscolor.h"
#include "gui/views/topictable.h"

namespace relay::gui {

namespace {

constexpr qsizetype kMostNamed = 24; // in the bar: more than there is ever room for

} // namespace

QVector<quint64> Workspace::selectedIds() const
{
    if (m_view == View::Connections || m_view == View::Routing)
        return m_connectionTable->selectedIds();
    const auto ids = m_more.value(m_view).ids;
    return ids ? ids() : QVector<quint64>();
}

QStringList Workspace::selectedTopics() const
{
    return m_view == View::Topics ? m_topicTable->selectedTopics() : QStringList();
}

QString Workspace::selectedText() const
{
    const LiveTable *table = m_view == View::Routing ? m_connectionTable : currentTable();
    if (table == nullptr)
        return {};
    const QVector<int> columns = table->shownColumns();
    QStringList lines;
    for (const int row : table->selectedRowNumbers()) {
        QStringList cells;
        for (const int column : columns)
            if (table->columns().at(column).kind != CellKind::Spark)
                cells.append(table->model()->index(row, column).data().toString());
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
    compareSelected();
    updateSelectionBar();
    Q_EMIT selectionMoved();
}

//! What is selected in the table below the chart, as far as that draws it.
void Workspace::compareSelected()
{
    QVector<chart::ComparedSeries> series;
    if (m_view == View::Topics) {
        const QStringList topics = selectedTopics();
        for (const QString &id : topics.mid(0, chart::Comparison::kMost)) {
            const int row = m_data.topics().rowOf(id);
            if (row < 0)
                continue;
            const TopicRow &shown = m_data.topics().rows().at(row);
            series.append({ .topic = id,
                            .connection = 0,
                            .name = format::topic(id),
                            .maskedName = {},
                            .lastMinute = shown.spark.toVector(),
                            .isLastMinuteIn = shown.topic.outRate <= 0 });
        }
        m_throughput->setSelection(series, tr("Select up to eight topics to compare them here."), topics.size());
        return;
    }
    if (m_view != View::Connections)
        return;
    const QVector<quint64> ids = selectedIds();
    for (const quint64 id : ids.mid(0, chart::Comparison::kMost)) {
        const int row = m_data.connections().rowOf(id);
        if (row < 0)
            continue;
        const ConnectionRow &shown = m_data.connections().rows().at(row);
        const client::Connection &c = shown.connection;
        const QString name = format::topic(c.topic) + QLatin1Char(' ');
        series.append({ .topic = {},
                        .connection = id,
                        .name = name + format::peer(c.address),
                        .maskedName = name + maskedAddresses(c.address),
                        .lastMinute = shown.spark.toVector(),
                        .isLastMinuteIn = c.inRate > c.outRate });
    }
    m_throughput->setSelection(series, tr("Select up to eight connections to compare them here."), ids.size());
}

void Workspace::updateSelectionBar()
{
    if (m_view == View::Topics)
        showSelectedTopics();
    else if (m_view <= View::Routing)
        showSelectedConnections();
    else if (const WorkspacePage page = m_more.value(m_view); page.selectionText) {
        const QString text = page.selectionText();
        const int rows = page.table == nullptr ? 1 : static_cast<int>(page.table->selectedRowNumbers().size());
        if (text.isEmpty())
            m_selectionBar->showSentence(page.nothingSelected ? page.nothingSelected() : QString());
        else
            m_selectionBar->showSelection(tr("%n selected", "Rows", rows),
                                          { { .icon = {}, .iconColor = {}, .text = text } });
    }
}

void Workspace::showSelectedTopics()
{
    const QStringList topics = selectedTopics();
    if (topics.isEmpty()) {
        m_selectionBar->showSentence(tr("Select a topic to see its connections or its route."));
        return;
    }
    QVector<SelectionPart> parts;
    for (const QString &topic : topics.mid(0, kMostNamed))
        parts.append({ .icon = format::kindIcon(m_mirror.topics().value(topic).kind),
                       .iconColor = m_theme.tokens().text2,
                       .text = format::topic(topic) });
    m_selectionBar->showSelection(tr("%n selected", "Topics", static_cast<int>(topics.size())), parts);
}

void Workspace::showSelectedConnections()
{
    const Tokens &t = m_theme.tokens();
    const QVector<quint64> ids = selectedIds();
    if (ids.isEmpty()) {
        m_selectionBar->showSentence(tr("Select a connection to inspect or to kick it."));
        return;
    }
    const ConnectionModel &model = m_data.connections();
    QVector<SelectionPart> parts;
    for (const quint64 id : ids.mid(0, kMostNamed)) {
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

} // namespace relay::gui
