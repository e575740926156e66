// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/customplot.h"
#include "gui/theme/theme.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <QVector>

#include <optional>

namespace relay::gui::chart {

//! What the cursor shows: where it stands (pixels of the plot) and what was there.
struct CursorReading
{
    struct Row
    {
        QString name;
        QString value;
        QColor color;
        QPointF point; //!< on the line of the series
    };

    double x = 0;
    bool isBoxOnLeft = true;
    QString title;
    QVector<Row> rows;
};

/*!
 * A vertical line through all lanes, a ring on each series, and a box with time and values. Lives on a layer of its
 * own, so that moving the pointer repaints nothing else.
 */
class CursorOverlay : public QCPLayerable
{
    Q_OBJECT
public:
    CursorOverlay(QCustomPlot *plot, const Theme &theme, const QString &layer);

    void setReading(const std::optional<CursorReading> &reading, const QVector<QRect> &lanes);
    [[nodiscard]] const std::optional<CursorReading> &reading() const { return m_reading; }
    //! The width that the box of this reading takes.
    [[nodiscard]] int boxWidth(const CursorReading &reading) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawLine(QCPPainter *painter) const;
    void drawBox(QCPPainter *painter) const;

    const Theme &m_theme;
    std::optional<CursorReading> m_reading;
    QVector<QRect> m_lanes;
};

} // namespace relay::gui::chart
