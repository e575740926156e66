// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/topicproxy.h"

namespace relay::gui {

TopicProxy::TopicProxy(TopicModel &model, QObject *parent)
    : LiveProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(static_cast<int>(TopicColumn::Status), Qt::AscendingOrder);
}

const TopicRow &TopicProxy::rowAt(int proxyRow) const
{
    return m_model.rows().at(mapToSource(index(proxyRow, 0)).row());
}

bool TopicProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (filter().isEmpty())
        return true;
    const TopicRow &row = m_model.rows().at(sourceRow);
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
