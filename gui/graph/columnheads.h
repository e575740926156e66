// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graphstyle.h"
#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QWidget>

namespace relay::gui::graph {

//! Stands above the graph and does not scroll: the name of each layer, how many there are, and the unit of its figures.
class ColumnHeads : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnHeads(const Theme &theme, QWidget *parent = nullptr);

    //! `scale`: of the graph below; `start`: where its own 0 stands, as it may have a scroll bar at its left.
    void showHeads(const Graph &graph, const Columns &columns, double scale, int start);
    [[nodiscard]] QRectF placeOf(Layer layer) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString title(Layer layer) const;

    const Theme &m_theme;
    Columns m_columns;
    double m_scale = 1;
    int m_start = 0;
    int m_publishers = 0;
    int m_topics = 0;
    int m_subscribers = 0;
};

} // namespace relay::gui::graph
