// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/customplot.h"
#include "gui/chart/eventmarks.h"
#include "gui/chart/samplehistory.h"
#include "gui/chart/scale.h"
#include "gui/chart/timewindow.h"
#include "gui/theme/theme.h"

#include <QString>

#include <array>
#include <optional>

namespace relay::gui::chart {

class CursorOverlay;
struct CursorReading;
class GapBands;

//! One line of a plot. The history must outlive it.
struct PlotLine
{
    QString name;
    const SampleHistory *history = nullptr;
    bool isIn = false; //!< which of the two rates
    int style = 0;     //!< 0 to 7: colour and dash

    [[nodiscard]] double rateOf(const Sample &sample) const { return isIn ? sample.in : sample.out; }
    friend bool operator==(const PlotLine &, const PlotLine &) = default;
};

//! With a dash of its own, for lines that share a plot; without, where each has a lane.
[[nodiscard]] QPen penOf(const Theme &theme, int style, bool isStale, bool isDashed = true);

/*!
 * Lines over one time axis. Totals stand in two lanes, what the relay sends above (70 %), what it gets below, each from
 * zero and with its own unit, because In is a fraction of Out and would be a flat line in a shared plot. What is compared
 * shares one. Time runs left to right in every language. Pointer and arrow keys move a cursor that reads the values; the
 * wheel zooms about the pointer, dragging pans, a double click shows all again, P pauses.
 */
class ThroughputPlot : public QCustomPlot
{
    Q_OBJECT
public:
    enum Lane { Out, In };
    static constexpr int kLanes = 2;
    static constexpr qint64 kSpanMs = 300'000;

    explicit ThroughputPlot(const Theme &theme, QWidget *parent = nullptr);
    ~ThroughputPlot() override;

    //! Two lanes: the first line above, the second below. Else all of them in one plot.
    void setLines(const QVector<PlotLine> &lines, bool isTwoLanes);
    [[nodiscard]] const QVector<PlotLine> &lines() const { return m_lines; }
    [[nodiscard]] QPen penOfLine(int line) const;
    void setEvents(const QVector<ChartEvent> &events);
    [[nodiscard]] TimeWindow &window() { return m_window; }
    [[nodiscard]] const TimeWindow &window() const { return m_window; }

    //! Draws up to `now`, or what the window says. Stale: what is shown is no longer true, so it loses its colours.
    void showUntil(qint64 now, bool isStale);
    void redraw() { showUntil(m_now, m_isStale); }
    void applyTheme();

    [[nodiscard]] RateUnit unit(Lane lane) const { return m_lanes[lane].unit; }
    [[nodiscard]] QColor color(Lane lane) const;
    [[nodiscard]] bool isStale() const { return m_isStale; }
    //! What the cursor says now, for tests and screen readers; empty: there is no cursor.
    [[nodiscard]] QString cursorText() const;
    [[nodiscard]] const QVector<EventMarks::Mark> &marks() const { return m_marks->marks(); }

Q_SIGNALS:
    void unitsChanged();
    void windowChanged(); //!< zoomed, panned, paused, or all again
    void eventChosen(qint64 id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct LaneParts
    {
        QCPAxisRect *rect = nullptr;
        QSharedPointer<QCPAxisTickerText> values;
        AxisMaximum maximum { 10'000 }; //!< bits/s
        RateUnit unit;
    };

    void makeLane(Lane lane);
    void layOut();
    void makeGraphs();
    void styleGraphs();
    void fillGraph(int line);
    [[nodiscard]] Lane laneOf(int line) const { return m_isTwoLanes && line == 1 ? In : Out; }
    [[nodiscard]] double peakOf(Lane lane) const;
    void updateValueAxis(LaneParts &lane, double peakBits, bool isLow);
    void updateTimeAxis();
    void updateGaps();
    void updateMarks();
    [[nodiscard]] QString gapLabel(const Gap &gap) const;
    void moveCursor(std::optional<qint64> moment);
    bool moveCursorByKey(int key);
    bool moveWindowByKey(int key);
    void afterWindowChange();
    void updateCursor();
    [[nodiscard]] std::optional<CursorReading> read(qint64 moment) const;
    [[nodiscard]] bool hasRoomOnLeft(double x, int width) const;
    [[nodiscard]] QVector<QRect> laneRects() const;
    [[nodiscard]] qint64 momentAt(double x) const;
    void styleAxis(QCPAxis *axis) const;

    const Theme &m_theme;
    std::array<LaneParts, kLanes> m_lanes;
    QVector<PlotLine> m_lines;
    QVector<QCPGraph *> m_graphs; //!< as m_lines
    QVector<ChartEvent> m_events;
    QSharedPointer<QCPAxisTickerText> m_times;
    GapBands *m_gaps = nullptr;
    EventMarks *m_marks = nullptr;
    CursorOverlay *m_cursor = nullptr;
    std::optional<qint64> m_cursorAt;
    TimeWindow m_window { kSpanMs };
    std::optional<double> m_dragX;
    qint64 m_now = 0;
    bool m_isTwoLanes = true;
    bool m_isStale = false;
};

} // namespace relay::gui::chart
