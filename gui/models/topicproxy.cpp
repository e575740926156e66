// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/topicproxy.h"

namespace relay::gui {

TopicProxy::TopicProxy(TopicModel &model, const ConnectionModel *connections, QObject *parent)
    : LiveProxy(parent)
    , m_model(model)
    , m_connections(connections)
{
    setSourceModel(&model);
    sort(static_cast<int>(TopicColumn::Status), Qt::AscendingOrder);
}

const TopicRow &TopicProxy::rowAt(int proxyRow) const
{
    return m_model.rows().at(mapToSource(index(proxyRow, 0)).row());
}

void TopicProxy::prepare()
{
    m_wanted.clear();
    if (m_connections == nullptr || !filter().asksForConnections())
        return;
    for (const ConnectionRow &row : m_connections->rows())
        if (filter().matches({ row.connection, row.status, row.dropRate }))
            m_wanted.insert(row.connection.topic);
}

bool TopicProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (filter().isEmpty())
        return true;
    const TopicRow &row = m_model.rows().at(sourceRow);
    if (m_connections != nullptr && filter().asksForConnections())
        return m_wanted.contains(row.topic.id);
    client::Connection asConnection;
    asConnection.topic = row.topic.id;
    asConnection.kind = row.topic.kind;
    asConnection.inRate = row.topic.inRate;
    asConnection.outRate = row.topic.outRate;
    return filter().matchesTopic({ asConnection, row.status, row.dropRate });
}

bool TopicProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const TopicRow &a = m_model.rows().at(left.row());
    const TopicRow &b = m_model.rows().at(right.row());
    const int order = TopicModel::compare(a, b, static_cast<TopicColumn>(left.column()));
    return order != 0 ? order < 0 : a.topic.id < b.topic.id;
}

} // namespace relay::gui
