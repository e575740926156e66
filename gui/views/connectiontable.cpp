// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/connectiontable.h"

#include <QEvent>
#include <QHeaderView>

namespace relay::gui {

ConnectionTable::ConnectionTable(ConnectionProxy &proxy, const Theme &theme, QWidget *parent)
    : LiveTable(proxy, specs(), theme, parent)
    , m_proxy(proxy)
{
    setAccessibleName(tr("Connections"));
    connect(&proxy, &ConnectionProxy::layoutChanged, this, &ConnectionTable::updateBoundary);
    connect(&proxy, &ConnectionProxy::rowsInserted, this, &ConnectionTable::updateBoundary);
    connect(&proxy, &ConnectionProxy::rowsRemoved, this, &ConnectionTable::updateBoundary);
    connect(&proxy, &ConnectionProxy::dataChanged, this, &ConnectionTable::updateBoundary);
    updateBoundary();
}

QVector<ColumnSpec> ConnectionTable::specs()
{
    QVector<ColumnSpec> specs;
    for (int column = 0; column < kConnectionColumns; ++column)
        specs.append(cell::spec(static_cast<ConnectionColumn>(column)));
    return specs;
}

void ConnectionTable::updateBoundary()
{
    const bool isByStatus = m_proxy.sortColumn() == static_cast<int>(ConnectionColumn::Status)
        && m_proxy.sortOrder() == Qt::AscendingOrder;
    int last = -1;
    if (isByStatus)
        while (last + 1 < m_proxy.rowCount() && needsAttention(m_proxy.rowAt(last + 1).status))
            ++last;
    setBoundaryRow(last + 1 == m_proxy.rowCount() ? -1 : last); // below the last row of all it would part nothing
}

QVector<quint64> ConnectionTable::selectedIds() const
{
    const QVector<int> rows = selectedRowNumbers();
    QVector<quint64> ids;
    ids.reserve(rows.size());
    for (const int row : rows)
        ids.append(m_proxy.rowAt(row).connection.id);
    return ids;
}

void ConnectionTable::select(quint64 id)
{
    const int row = m_proxy.rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_proxy.index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void ConnectionTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setColumns(specs());
        setAccessibleName(tr("Connections"));
    }
    LiveTable::changeEvent(event);
}

} // namespace relay::gui
