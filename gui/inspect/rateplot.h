// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/inspect/ratehistory.h"
#include "gui/theme/theme.h"

#include <QWidget>

namespace relay::gui::inspect {

/*!
 * The last five minutes of one connection: what it got, and, dashed, what it could have got. A gap is hatched, never
 * bridged. Time runs left to right in every language.
 */
class RatePlot : public QWidget
{
    Q_OBJECT
public:
    explicit RatePlot(const Theme &theme, QWidget *parent = nullptr);

    //! `endsAt`: ms since the epoch of the last sample.
    void showSamples(const QVector<RateSample> &samples, qint64 endsAt, bool isReader);
    [[nodiscard]] int sampleCount() const { return int(m_samples.size()); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void drawHead(QPainter &painter) const;
    void drawGrid(QPainter &painter, const QRect &plot, double top) const;
    void drawLine(QPainter &painter, const QRect &plot, double top, bool isOffered) const;
    void drawGaps(QPainter &painter, const QRect &plot) const;
    [[nodiscard]] double xOf(const QRect &plot, int index) const;
    [[nodiscard]] double highest() const; //!< Mbit/s

    const Theme &m_theme;
    QVector<RateSample> m_samples;
    qint64 m_endsAt = 0;
    bool m_isReader = true;
};

} // namespace relay::gui::inspect
