// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace relay::gui {

//! A cell of it: small text, a check box where the model has a state for it.
class PlainCell : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PlainCell(const Theme &theme, int troubleRole, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    int m_troubleRole;
};

/*!
 * A small table in the look of the big ones: 26 px rows with a line below, small text, no grid. A cell whose model
 * answers true to `troubleRole` is tinted as slow.
 */
class PlainTable : public QTableView
{
    Q_OBJECT
public:
    //! troubleRole below 0: none is.
    PlainTable(const Theme &theme, int troubleRole, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
};

} // namespace relay::gui
