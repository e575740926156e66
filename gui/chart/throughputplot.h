// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/customplot.h"
#include "gui/chart/samplehistory.h"
#include "gui/chart/scale.h"
#include "gui/theme/theme.h"

#include <QString>

#include <array>
#include <optional>

namespace relay::gui::chart {

class CursorOverlay;
struct CursorReading;
class GapBands;

/*!
 * Two lanes over one time axis: what the relay sends above (70 %), what it gets below, each from zero and with its
 * own unit, because In is a fraction of Out and would be a flat line in a shared plot. Time runs left to right in
 * every language. Pointer and arrow keys move a cursor that reads the values.
 */
class ThroughputPlot : public QCustomPlot
{
    Q_OBJECT
public:
    enum Lane { Out, In };
    static constexpr int kLanes = 2;
    static constexpr qint64 kSpanMs = 300'000;

    //! The history must outlive the plot.
    ThroughputPlot(const SampleHistory &history, const Theme &theme, QWidget *parent = nullptr);
    ~ThroughputPlot() override;

    //! Draws the minutes before `now`. Stale: what is shown is no longer true, so it loses its colours.
    void showUntil(qint64 now, bool isStale);
    void applyTheme();
    void setLaneNames(const QString &out, const QString &in);

    [[nodiscard]] RateUnit unit(Lane lane) const { return m_lanes[lane].unit; }
    [[nodiscard]] QColor color(Lane lane) const;
    //! What the cursor says now, for tests and screen readers; empty: there is no cursor.
    [[nodiscard]] QString cursorText() const;

Q_SIGNALS:
    void unitsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct LaneParts
    {
        QCPAxisRect *rect = nullptr;
        QCPGraph *graph = nullptr;
        QSharedPointer<QCPAxisTickerText> values;
        AxisMaximum maximum { 10'000 }; //!< bits/s
        RateUnit unit;
        QString name;
    };

    void makeLane(Lane lane);
    void layOut();
    void fillGraphs();
    void updateValueAxis(LaneParts &lane, double peakBits, bool isLow);
    void updateTimeAxis();
    void updateGaps();
    [[nodiscard]] QString gapLabel(const Gap &gap) const;
    void moveCursor(std::optional<qint64> moment);
    void updateCursor();
    [[nodiscard]] std::optional<CursorReading> read(qint64 moment) const;
    [[nodiscard]] bool hasRoomOnLeft(double x, int width) const;
    [[nodiscard]] QVector<QRect> laneRects() const;
    void styleAxis(QCPAxis *axis) const;

    const SampleHistory &m_history;
    const Theme &m_theme;
    std::array<LaneParts, kLanes> m_lanes;
    QSharedPointer<QCPAxisTickerText> m_times;
    GapBands *m_gaps = nullptr;
    CursorOverlay *m_cursor = nullptr;
    std::optional<qint64> m_cursorAt;
    qint64 m_now = 0;
    bool m_isStale = false;
};

} // namespace relay::gui::chart
