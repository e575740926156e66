// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionmodel.h"
#include "gui/models/liveproxy.h"

namespace relay::gui {

//! The connections that the filter lets through, sorted by typed values, never by their text.
class ConnectionProxy : public LiveProxy
{
    Q_OBJECT
public:
    explicit ConnectionProxy(ConnectionModel &model, QObject *parent = nullptr);

    [[nodiscard]] const ConnectionRow &rowAt(int proxyRow) const;
    //! -1 when the filter hides it or it is gone.
    [[nodiscard]] int rowOf(quint64 id) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ConnectionModel &m_model;
};

} // namespace relay::gui
