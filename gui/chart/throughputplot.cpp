// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputplot.h"

#include "gui/chart/cursoroverlay.h"
#include "gui/chart/gapbands.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <limits>

namespace relay::gui::chart {

namespace {

constexpr double kBitsPerByte = 8;
constexpr int kTop = metric::kSpace4; // the icons of events stand there
constexpr int kBetweenLanes = metric::kSpace4;
constexpr int kBottom = metric::kSpace5;
constexpr double kOutShare = 0.7;
constexpr int kTickLength = 4;
constexpr double kLineWidth = 1.5;
constexpr double kFillOpacity = 0.1;
constexpr int kTickPixels = 104;
constexpr int kMostTicks = 9;
constexpr int kNothingHeight = 1; // of a lane that is not there: a layout knows no zero

double seconds(qint64 ms)
{
    return double(ms) / 1000;
}

QString clockText(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment).toString(QStringLiteral("HH:mm:ss"));
}

qint64 wallClockOffset(qint64 moment)
{
    return qint64(QDateTime::fromMSecsSinceEpoch(moment).offsetFromUtc()) * 1000;
}

} // namespace

QPen penOf(const Theme &theme, int style, bool isStale, bool isDashed)
{
    static const std::array<QVector<double>, 4> dashes { QVector<double> {}, { 6, 3 }, { 2, 3 }, { 8, 3, 2, 3 } };
    const auto index = size_t(std::clamp(style, 0, 7));
    QPen pen(isStale ? theme.tokens().text3 : theme.tokens().series[index], kLineWidth, Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    const QVector<double> &dash = dashes[index % dashes.size()];
    if (dash.isEmpty() || !isDashed)
        return pen;
    QVector<double> inWidths; // a pen counts in its own width
    for (const double length : dash)
        inWidths.append(length / kLineWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(inWidths);
    return pen;
}

ThroughputPlot::ThroughputPlot(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
    , m_times(new QCPAxisTickerText)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    plotLayout()->clear();
    plotLayout()->setRowSpacing(0);
    makeLane(Out);
    makeLane(In);
    addLayer(QStringLiteral("gaps"), layer(QStringLiteral("axes")));
    addLayer(QStringLiteral("cursor"), layer(QStringLiteral("overlay")));
    layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
    m_gaps = new GapBands(this, theme, QStringLiteral("gaps"));
    m_marks = new EventMarks(this, theme, QStringLiteral("gaps"));
    m_cursor = new CursorOverlay(this, theme, QStringLiteral("cursor"));
    applyTheme();
}

ThroughputPlot::~ThroughputPlot() = default;

void ThroughputPlot::makeLane(Lane which)
{
    LaneParts &lane = m_lanes[which];
    lane.rect = new QCPAxisRect(this);
    lane.rect->setMinimumSize(1, 1);
    plotLayout()->addElement(which, 0, lane.rect);
    lane.rect->setAutoMargins(QCP::msNone);
    for (QCPAxis *axis : lane.rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    lane.rect->axis(QCPAxis::atTop)->setVisible(false);
    lane.values.reset(new QCPAxisTickerText);
    lane.rect->axis(QCPAxis::atLeft)->setTicker(lane.values);
    lane.rect->axis(QCPAxis::atBottom)->setTicker(m_times);
    lane.unit = unitFor(lane.maximum.value());
}

void ThroughputPlot::setLines(const QVector<PlotLine> &lines, bool isTwoLanes)
{
    if (lines == m_lines && isTwoLanes == m_isTwoLanes)
        return;
    if (isTwoLanes != m_isTwoLanes) {
        for (LaneParts &lane : m_lanes) {
            lane.maximum = AxisMaximum(10'000);
            lane.unit = unitFor(lane.maximum.value());
        }
    }
    m_lines = lines;
    m_isTwoLanes = isTwoLanes;
    makeGraphs();
    applyTheme();
    Q_EMIT unitsChanged();
}

void ThroughputPlot::makeGraphs()
{
    clearGraphs();
    m_graphs.clear();
    for (int line = 0; line < m_lines.size(); ++line) {
        const LaneParts &lane = m_lanes[laneOf(line)];
        m_graphs.append(addGraph(lane.rect->axis(QCPAxis::atBottom), lane.rect->axis(QCPAxis::atLeft)));
    }
}

void ThroughputPlot::setEvents(const QVector<ChartEvent> &events)
{
    if (events == m_events)
        return;
    m_events = events;
    redraw();
}

QColor ThroughputPlot::color(Lane lane) const
{
    const Tokens &tokens = m_theme.tokens();
    return m_isStale ? tokens.text3 : tokens.series[lane == Out ? 0 : 1];
}

void ThroughputPlot::styleAxis(QCPAxis *axis) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isTime = axis->axisType() == QCPAxis::atBottom;
    axis->setBasePen(isTime ? QPen(tokens.lineStrong, 1) : QPen(Qt::NoPen));
    axis->setTickPen(isTime ? QPen(tokens.lineStrong, 1) : QPen(Qt::NoPen));
    axis->setTickLength(0, isTime ? kTickLength : 0);
    axis->setSubTicks(false);
    axis->setTickLabelFont(m_theme.font(Theme::Type::Caption));
    axis->setTickLabelColor(tokens.text2);
    axis->setTickLabelPadding(isTime ? metric::kSpace1 : metric::kSpace2);
    axis->grid()->setPen(QPen(tokens.grid, 1));
    axis->grid()->setZeroLinePen(QPen(Qt::NoPen));
}

QPen ThroughputPlot::penOfLine(int line) const
{
    return penOf(m_theme, m_lines.at(line).style, m_isStale, !m_isTwoLanes);
}

void ThroughputPlot::styleGraphs()
{
    const bool isFilled = m_isTwoLanes || m_lines.size() == 1;
    for (int line = 0; line < m_graphs.size(); ++line) {
        const QPen pen = penOfLine(line);
        QColor fill = pen.color();
        fill.setAlphaF(kFillOpacity);
        m_graphs.at(line)->setPen(pen);
        m_graphs.at(line)->setBrush(isFilled ? QBrush(fill) : QBrush(Qt::NoBrush));
    }
}

void ThroughputPlot::applyTheme()
{
    setBackground(m_theme.tokens().base);
    for (const LaneParts &lane : m_lanes) {
        styleAxis(lane.rect->axis(QCPAxis::atLeft));
        styleAxis(lane.rect->axis(QCPAxis::atBottom));
    }
    styleGraphs();
    layOut();
    showUntil(m_now, m_isStale);
}

void ThroughputPlot::layOut()
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Caption));
    const int left = metric::kSpace4 + metrics.horizontalAdvance(QStringLiteral("000")) + metric::kSpace2;
    const int right = metric::kSpace4 + metric::kSpace2;
    const int plotted = std::max(2, height() - kTop - kBetweenLanes - kBottom);
    const int above = m_isTwoLanes ? kTop + qRound(plotted * kOutShare) + kBetweenLanes / 2 : height() - kNothingHeight;
    m_lanes[Out].rect->setMargins(QMargins(left, kTop, right, m_isTwoLanes ? kBetweenLanes / 2 : kBottom));
    m_lanes[In].rect->setMargins(m_isTwoLanes ? QMargins(left, kBetweenLanes / 2, right, kBottom) : QMargins());
    m_lanes[In].rect->setVisible(m_isTwoLanes);
    m_lanes[Out].rect->axis(QCPAxis::atBottom)->setTickLabels(!m_isTwoLanes);
    m_lanes[In].rect->axis(QCPAxis::atBottom)->setTickLabels(m_isTwoLanes);
    plotLayout()->setRowStretchFactor(Out, std::max(1, above));
    plotLayout()->setRowStretchFactor(In, std::max(1, height() - above));
}

double ThroughputPlot::peakOf(Lane lane) const
{
    double peak = 0;
    for (int line = 0; line < m_lines.size(); ++line) {
        if (laneOf(line) != lane)
            continue;
        const Sample largest = m_lines.at(line).history->peak(m_window.from(), m_window.to());
        peak = std::max(peak, m_lines.at(line).rateOf(largest));
    }
    return peak * kBitsPerByte;
}

void ThroughputPlot::showUntil(qint64 now, bool isStale)
{
    const bool isStyleNew = m_isStale != isStale;
    m_now = now;
    m_isStale = isStale;
    m_window.setNow(now);
    if (isStyleNew) {
        applyTheme(); // comes back here with the same state
        return;
    }
    const auto units = std::pair(unit(Out), unit(In));
    updateValueAxis(m_lanes[Out], peakOf(Out), false);
    if (m_isTwoLanes)
        updateValueAxis(m_lanes[In], peakOf(In), true);
    updateTimeAxis();
    for (int line = 0; line < m_lines.size(); ++line)
        fillGraph(line);
    plotLayout()->update(QCPLayoutElement::upPreparation);
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout); // gaps, marks and cursor are placed in pixels
    updateGaps();
    updateMarks();
    updateCursor();
    replot(rpQueuedReplot);
    if (units != std::pair(unit(Out), unit(In)))
        Q_EMIT unitsChanged();
}

void ThroughputPlot::updateValueAxis(LaneParts &lane, double peakBits, bool isLow)
{
    const double maximum = lane.maximum.update(peakBits, m_now);
    lane.unit = unitFor(maximum);
    lane.values->clear();
    for (double tick : valueTicks(maximum, isLow))
        lane.values->addTick(tick, tickText(tick / lane.unit.bitsPerSecond, QLocale()));
    lane.rect->axis(QCPAxis::atLeft)->setRange(0, maximum);
}

void ThroughputPlot::updateTimeAxis()
{
    m_times->clear();
    const int most = std::clamp(m_lanes[Out].rect->width() / kTickPixels, 2, kMostTicks);
    const QVector<qint64> ticks = timeTicks(m_window.from(), m_window.to(), most, wallClockOffset(m_window.to()));
    const bool hasSeconds = ticks.size() > 1 && ticks.at(1) - ticks.at(0) < 60'000;
    for (const qint64 tick : ticks) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(tick);
        m_times->addTick(seconds(tick),
                         time.toString(hasSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")));
    }
    for (const LaneParts &lane : m_lanes)
        lane.rect->axis(QCPAxis::atBottom)->setRange(seconds(m_window.from()), seconds(m_window.to()));
}

void ThroughputPlot::fillGraph(int index)
{
    const PlotLine &line = m_lines.at(index);
    QVector<QCPGraphData> points;
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    points.reserve(line.history->count() + 8);
    for (qsizetype i = 0; i < line.history->count(); ++i) {
        const Sample &sample = line.history->at(i);
        const double at = seconds(sample.at);
        if (sample.isAfterGap)
            points.append({ at - 0.001, kNothing });
        points.append({ at, line.rateOf(sample) * kBitsPerByte });
    }
    m_graphs.at(index)->data()->set(points, true);
}

QString ThroughputPlot::gapLabel(const Gap &gap) const
{
    if (gap.isOpen)
        return tr("no data since %1").arg(clockText(gap.from));
    const qint64 length = qRound64(seconds(gap.to - gap.from));
    if (length < 120)
        return tr("no data for %1 s").arg(length);
    return tr("no data for %1 min").arg(qRound64(double(length) / 60));
}

//! What is missing in all lines: a topic that was not there yet is no fault of the relay.
void ThroughputPlot::updateGaps()
{
    const QCPAxis *time = m_lanes[Out].rect->axis(QCPAxis::atBottom);
    QVector<GapBands::Band> bands;
    const QVector<Gap> gaps = m_lines.isEmpty() ? QVector<Gap>() : m_lines.first().history->gaps(m_now);
    for (const Gap &gap : gaps) {
        if (gap.to < m_window.from() || gap.from > m_window.to())
            continue;
        const bool isEverywhere = std::all_of(m_lines.begin(), m_lines.end(), [&gap](const PlotLine &line) {
            return line.history->isEmpty() || !line.history->nearest(gap.from + (gap.to - gap.from) / 2);
        });
        if (!isEverywhere)
            continue;
        const double left = time->coordToPixel(seconds(gap.from));
        bands.append({ left, time->coordToPixel(seconds(gap.to)), gap.isOpen, gapLabel(gap) });
    }
    m_gaps->setBands(bands, laneRects());
}

void ThroughputPlot::updateMarks()
{
    const QCPAxis *time = m_lanes[Out].rect->axis(QCPAxis::atBottom);
    QVector<EventMarks::Mark> marks;
    for (const ChartEvent &event : std::as_const(m_events))
        if (event.at >= m_window.from() && event.at <= m_window.to())
            marks.append({ time->coordToPixel(seconds(event.at)), event });
    m_marks->setMarks(marks, laneRects(), m_isStale);
}

QVector<QRect> ThroughputPlot::laneRects() const
{
    if (m_isTwoLanes)
        return { m_lanes[Out].rect->rect(), m_lanes[In].rect->rect() };
    return { m_lanes[Out].rect->rect() };
}

void ThroughputPlot::resizeEvent(QResizeEvent *event)
{
    layOut();
    QCustomPlot::resizeEvent(event);
    showUntil(m_now, m_isStale);
}

} // namespace relay::gui::chart
