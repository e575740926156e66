// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/column.h"
#include "gui/models/status.h"
#include "gui/theme/theme.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace relay::gui {

//! What all cells of a table share and the table changes.
struct TableLook
{
    bool isStale = false; //!< shapes and words stay, colours go
    int hoveredRow = -1;
    int boundaryRow = -1;       //!< the last row that needs attention; a stronger line stands below it
    QHash<QString, int> series; //!< by IdRole: rows that a chart draws, and in which series colour
};

/*!
 * Paints a cell of the live tables: status, topic, figure, queue bar, sparkline. Tints only the cell that is the
 * cause of its row's status. Knows nothing of connections; asks the model by CellRole.
 */
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(const Theme &theme, const TableLook &look, CellKind kind, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell
    {
        QRect rect;
        Status status = Status::Healthy;
        Cause cause = Cause::None;
        Qt::LayoutDirection direction = Qt::LeftToRight;
        bool isSelected = false;
        qreal dpr = 1;
    };

    [[nodiscard]] Cell cellOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QColor ink(const Cell &cell, const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Cell &cell) const;
    void paintStatus(QPainter &painter, const QModelIndex &index, const Cell &cell) const;
    void paintTopic(QPainter &painter, const QModelIndex &index, const Cell &cell) const;
    void paintText(QPainter &painter, const QModelIndex &index, const Cell &cell) const;
    void paintNumber(QPainter &painter, const QModelIndex &index, const Cell &cell) const;
    void paintQueueBar(QPainter &painter, const QModelIndex &index, const Cell &cell) const;
    void paintSparkline(QPainter &painter, const QModelIndex &index, const Cell &cell) const;

    const Theme &m_theme;
    const TableLook &m_look;
    CellKind m_kind;
};

} // namespace relay::gui
