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
    explicit TopicProxy(TopicModel &model, QObject *parent = nullptr);
    [[nodiscard]] const TopicRow &rowAt(int proxyRow) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TopicModel &m_model;
};

} // namespace relay::gui
