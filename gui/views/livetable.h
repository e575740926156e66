// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/liveproxy.h"
#include "gui/views/celldelegate.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QTableView>

namespace relay::gui {

class LiveHead;

/*!
 * A table whose rows never rest. Keeps selection and place over every re-sort, holds the order while the pointer is
 * over it, and hides columns, the least needed first, before it would cut the topic's name.
 */
class LiveTable : public QTableView
{
    Q_OBJECT
public:
    LiveTable(LiveProxy &proxy, const QVector<ColumnSpec> &columns, const Theme &theme, QWidget *parent = nullptr);

    void setColumns(const QVector<ColumnSpec> &columns); //!< the same ones in another language
    [[nodiscard]] const QVector<ColumnSpec> &columns() const { return m_columns; }
    [[nodiscard]] QVector<int> shownColumns() const; //!< as they stand
    [[nodiscard]] LiveProxy &proxy() const { return m_proxy; }
    void setColumnWanted(int column, bool isWanted);
    [[nodiscard]] bool isColumnWanted(int column) const { return m_wanted.contains(column); }
    void resetColumns();

    void setStale(bool isStale);
    //! A menu is open over it: rows must not move.
    void setMenuOpen(bool isOpen);
    void setFrozen(bool isFrozen);
    //! Rows that need attention end here; -1: none, or not sorted by status.
    void setBoundaryRow(int row);
    //! Rows that a chart draws, by their IdRole, and in which series colour: their lines of the last minute have it too.
    void setSeries(const QHash<QString, int> &series);

    [[nodiscard]] QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    //! Numbers of the selected rows, top to bottom. selectedRows() asks every cell of them, which with thousands takes long.
    [[nodiscard]] QVector<int> selectedRowNumbers() const;
    //! Hides that of QTableView, which from right to left selects nothing when the last column is hidden.
    void selectRow(int row) { setCurrentIndex(model()->index(row, 0)); }

Q_SIGNALS:
    void rowActivated(const QModelIndex &proxyIndex); //!< Return or double click
    void contextMenuAsked(const QPoint &globalPosition);
    void selectionMoved();
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void fitColumns();
    void setHovered(int row);
    void updateHold();
    void keepPlace();
    void restorePlace();
    [[nodiscard]] int widthOf(int column) const;

    LiveProxy &m_proxy;
    QVector<ColumnSpec> m_columns;
    LiveHead *m_head;
    TableLook m_look;
    QSet<int> m_wanted;
    QHash<int, int> m_widths; //!< those that somebody has dragged
    bool m_isFitting = false;
    bool m_isPointerOver = false;
    bool m_isMenuOpen = false;
    bool m_isFrozen = false;
    QPersistentModelIndex m_anchor;
    int m_anchorY = 0;
};

} // namespace relay::gui
