// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QPair>
#include <QRect>
#include <QString>
#include <QVector>

class QGridLayout;

namespace relay::gui::graph {

//! What the card says about a box.
struct CardContent
{
    struct Row
    {
        QString name;
        QString value;
        bool isLoud = false; //!< the figure that is the trouble
    };

    QString icon;
    QColor iconColor;
    QString title;
    QString aside; //!< at the end of the title: how old
    QVector<Row> rows;
};

//! The figures of the box under the pointer. Stands where it covers none of the points given to it, if it can.
class HoverCard : public QFrame
{
    Q_OBJECT
public:
    HoverCard(const Theme &theme, QWidget *parent);

    void showContent(const CardContent &content);
    /*!
     * Moves beside `box` inside the parent, away from `keepFree` (points on the edges of the box's route).
     */
    void placeBeside(const QRect &box, const QVector<QPoint> &keepFree);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();
    void addRow(int row, const CardContent::Row &content);

    const Theme &m_theme;
    QGridLayout *m_grid = nullptr;
};

} // namespace relay::gui::graph
