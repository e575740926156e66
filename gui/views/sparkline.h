// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QVector>

class QPainter;

namespace relay::gui {

struct SparklineLook
{
    QColor line;
    double fillOpacity = 0.14;
    int capacity = 60; //!< samples over the whole width; fewer stand at the right, where now is
    float top = 0;     //!< value at the upper edge; 0: a fifth above the largest
};

//! A zero-based line over a faint fill. Time runs left to right in every language.
void drawSparkline(QPainter &painter, const QRectF &rect, const QVector<float> &values, const SparklineLook &look);

} // namespace relay::gui
