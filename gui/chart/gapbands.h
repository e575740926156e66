// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/customplot.h"
#include "gui/theme/theme.h"

#include <QString>
#include <QVector>

namespace relay::gui::chart {

/*!
 * Hatches the stretches of which nothing is known, across all lanes of a plot, each with a label. Positions are
 * pixels of the plot; whoever owns it recomputes them with every drawing.
 */
class GapBands : public QCPLayerable
{
    Q_OBJECT
public:
    struct Band
    {
        double left = 0;
        double right = 0;
        bool isOpen = false; //!< has no right edge yet
        QString label;
    };

    GapBands(QCustomPlot *plot, const Theme &theme, const QString &layer);

    void setBands(const QVector<Band> &bands, const QVector<QRect> &lanes);
    [[nodiscard]] const QVector<Band> &bands() const { return m_bands; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawHatch(QCPPainter *painter, const Band &band, const QRect &lane) const;
    [[nodiscard]] QRect labelBox(const Band &band, const QRect &lane) const;
    void drawLabel(QCPPainter *painter, const Band &band, const QRect &box) const;

    const Theme &m_theme;
    QVector<Band> m_bands;
    QVector<QRect> m_lanes;
};

} // namespace relay::gui::chart
