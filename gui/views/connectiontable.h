// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionproxy.h"
#include "gui/views/livetable.h"

namespace relay::gui {

//! The connections, worst first.
class ConnectionTable : public LiveTable
{
    Q_OBJECT
public:
    ConnectionTable(ConnectionProxy &proxy, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QVector<quint64> selectedIds() const; //!< as they stand, top to bottom
    void select(quint64 id); //!< only this one, and in sight; nothing when the filter hides it

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static QVector<ColumnSpec> specs();
    void updateBoundary();

    ConnectionProxy &m_proxy;
};

} // namespace relay::gui
