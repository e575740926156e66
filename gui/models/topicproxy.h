// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/liveproxy.h"
#include "gui/models/topicmodel.h"

namespace relay::gui {

//! The topics that the filter lets through, sorted by typed values.
class TopicProxy : public LiveProxy
{
    Q_OBJECT
public:
    /*!
     * With connections a filter for what only those have (address:, role:) lets through the topics on which there is one
     * that it matches; without them it lets through all.
     */
    explicit TopicProxy(TopicModel &model, const ConnectionModel *connections = nullptr, QObject *parent = nullptr);
    [[nodiscard]] const TopicRow &rowAt(int proxyRow) const;

protected:
    void prepare() override;
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TopicModel &m_model;
    const ConnectionModel *m_connections;
    QSet<QString> m_wanted; //!< topics, where the filter asks for connections
};

} // namespace relay::gui
