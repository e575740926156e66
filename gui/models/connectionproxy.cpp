// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectionproxy.h"

namespace relay::gui {

ConnectionProxy::ConnectionProxy(ConnectionModel &model, QObject *parent)
    : LiveProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(static_cast<int>(ConnectionColumn::Status), Qt::AscendingOrder);
}

const ConnectionRow &ConnectionProxy::rowAt(int proxyRow) const
{
    return m_model.rows().at(mapToSource(index(proxyRow, 0)).row());
}

int ConnectionProxy::rowOf(quint64 id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_model.index(row, 0)).row();
}

bool ConnectionProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (filter().isEmpty())
        return true;
    const ConnectionRow &row = m_model.rows().at(sourceRow);
    return filter().matches({ row.connection, row.status, row.dropRate });
}

bool ConnectionProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ConnectionRow &a = m_model.rows().at(left.row());
    const ConnectionRow &b = m_model.rows().at(right.row());
    int order = cell::compare(a, b, static_cast<ConnectionColumn>(left.column()));
    if (order == 0)
        order = a.connection.topic.compare(b.connection.topic);
    return order != 0 ? order < 0 : a.connection.id < b.connection.id;
}

} // namespace relay::gui
