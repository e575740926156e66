// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/topictable.h"

#include <QEvent>

namespace relay::gui {

TopicTable::TopicTable(TopicProxy &proxy, const Theme &theme, QWidget *parent)
    : LiveTable(proxy, specs(), theme, parent)
    , m_proxy(proxy)
{
    setAccessibleName(tr("Topics"));
    connect(&proxy, &TopicProxy::layoutChanged, this, &TopicTable::updateBoundary);
    connect(&proxy, &TopicProxy::rowsInserted, this, &TopicTable::updateBoundary);
    connect(&proxy, &TopicProxy::rowsRemoved, this, &TopicTable::updateBoundary);
    connect(&proxy, &TopicProxy::dataChanged, this, &TopicTable::updateBoundary);
    updateBoundary();
}

QVector<ColumnSpec> TopicTable::specs()
{
    QVector<ColumnSpec> specs;
    for (int column = 0; column < kTopicColumns; ++column)
        specs.append(TopicModel::spec(static_cast<TopicColumn>(column)));
    return specs;
}

void TopicTable::updateBoundary()
{
    const bool isByStatus
        = m_proxy.sortColumn() == static_cast<int>(TopicColumn::Status) && m_proxy.sortOrder() == Qt::AscendingOrder;
    int last = -1;
    if (isByStatus)
        while (last + 1 < m_proxy.rowCount() && needsAttention(m_proxy.rowAt(last + 1).status))
            ++last;
    setBoundaryRow(last + 1 == m_proxy.rowCount() ? -1 : last); // below the last row of all it would part nothing
}

QStringList TopicTable::selectedTopics() const
{
    QStringList topics;
    for (const int row : selectedRowNumbers())
        topics.append(m_proxy.rowAt(row).topic.id);
    return topics;
}

void TopicTable::select(const QString &topic)
{
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        if (m_proxy.rowAt(row).topic.id != topic)
            continue;
        selectRow(row);
        scrollTo(m_proxy.index(row, 0));
        return;
    }
}

void TopicTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setColumns(specs());
        setAccessibleName(tr("Topics"));
    }
    LiveTable::changeEvent(event);
}

} // namespace relay::gui
