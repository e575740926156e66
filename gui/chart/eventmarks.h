// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartevent.h"
#include "gui/chart/customplot.h"
#include "gui/theme/theme.h"

#include <QColor>
#include <QString>
#include <QVector>

namespace relay::gui::chart {

//! Icons on the top edge of a plot, each with a dotted line through all lanes. Positions are pixels, set with each drawing.
class EventMarks : public QCPLayerable
{
    Q_OBJECT
public:
    struct Mark
    {
        double x = 0;
        ChartEvent event;
    };

    EventMarks(QCustomPlot *plot, const Theme &theme, const QString &layer);

    void setMarks(const QVector<Mark> &marks, const QVector<QRect> &lanes, bool isStale);
    [[nodiscard]] const QVector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] const ChartEvent *at(const QPointF &point) const; //!< whose icon is there
    //! Whether one stands between these two.
    [[nodiscard]] bool isBetween(double left, double right) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    [[nodiscard]] QRectF iconRect(const Mark &mark) const;

    const Theme &m_theme;
    QVector<Mark> m_marks;
    QVector<QRect> m_lanes;
    bool m_isStale = false;
};

} // namespace relay::gui::chart
