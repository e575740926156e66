// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputplot.h"

#include "gui/chart/cursoroverlay.h"
#include "gui/chart/gapbands.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <cmath>
#include <limits>

namespace relay::gui::chart {

namespace {

constexpr double kBitsPerByte = 8;
constexpr int kTop = metric::kSpace3;
constexpr int kBetweenLanes = metric::kSpace4;
constexpr int kBottom = metric::kSpace5;
constexpr double kOutShare = 0.7;
constexpr int kTickLength = 4;
constexpr double kLineWidth = 1.5;
constexpr double kFillOpacity = 0.1;

double seconds(qint64 ms)
{
    return double(ms) / 1000;
}

QString clockText(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

ThroughputPlot::ThroughputPlot(const SampleHistory &history, const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_history(history)
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
    m_cursor = new CursorOverlay(this, theme, QStringLiteral("cursor"));
    applyTheme();
}

ThroughputPlot::~ThroughputPlot() = default;

void ThroughputPlot::makeLane(Lane which)
{
    LaneParts &lane = m_lanes[which];
    lane.rect = new QCPAxisRect(this);
    plotLayout()->addElement(which, 0, lane.rect);
    lane.rect->setAutoMargins(QCP::msNone);
    for (QCPAxis *axis : lane.rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    lane.rect->axis(QCPAxis::atTop)->setVisible(false);
    lane.rect->axis(QCPAxis::atRight)->setVisible(false);
    lane.values.reset(new QCPAxisTickerText);
    lane.rect->axis(QCPAxis::atLeft)->setTicker(lane.values);
    lane.rect->axis(QCPAxis::atBottom)->setTicker(m_times);
    lane.rect->axis(QCPAxis::atBottom)->setTickLabels(which == In);
    lane.graph = addGraph(lane.rect->axis(QCPAxis::atBottom), lane.rect->axis(QCPAxis::atLeft));
    lane.unit = unitFor(lane.maximum.value());
}

void ThroughputPlot::setLaneNames(const QString &out, const QString &in)
{
    m_lanes[Out].name = out;
    m_lanes[In].name = in;
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

void ThroughputPlot::applyTheme()
{
    setBackground(m_theme.tokens().base);
    for (int i = 0; i < kLanes; ++i) {
        const LaneParts &lane = m_lanes[i];
        styleAxis(lane.rect->axis(QCPAxis::atLeft));
        styleAxis(lane.rect->axis(QCPAxis::atBottom));
        QColor fill = color(Lane(i));
        lane.graph->setPen(QPen(fill, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        fill.setAlphaF(kFillOpacity);
        lane.graph->setBrush(fill);
    }
    layOut();
    showUntil(m_now, m_isStale);
}

void ThroughputPlot::layOut()
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Caption));
    const int left = metric::kSpace4 + metrics.horizontalAdvance(QStringLiteral("000")) + metric::kSpace2;
    const int right = metric::kSpace4 + metric::kSpace2;
    const int plotted = std::max(2, height() - kTop - kBetweenLanes - kBottom);
    const int above = kTop + qRound(plotted * kOutShare) + kBetweenLanes / 2;
    m_lanes[Out].rect->setMargins(QMargins(left, kTop, right, kBetweenLanes / 2));
    m_lanes[In].rect->setMargins(QMargins(left, kBetweenLanes / 2, right, kBottom));
    plotLayout()->setRowStretchFactor(Out, above);
    plotLayout()->setRowStretchFactor(In, std::max(1, height() - above));
}

void ThroughputPlot::showUntil(qint64 now, bool isStale)
{
    const bool isStyleNew = m_isStale != isStale;
    m_now = now;
    m_isStale = isStale;
    if (isStyleNew) {
        applyTheme(); // comes back here with the same state
        return;
    }
    const auto units = std::pair(unit(Out), unit(In));
    const Sample peak = m_history.peak(now - kSpanMs);
    updateValueAxis(m_lanes[Out], peak.out * kBitsPerByte, false);
    updateValueAxis(m_lanes[In], peak.in * kBitsPerByte, true);
    updateTimeAxis();
    fillGraphs();
    plotLayout()->update(QCPLayoutElement::upPreparation);
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout); // gaps and cursor are placed in pixels
    updateGaps();
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
    for (qint64 tick : minuteTicks(m_now - kSpanMs, m_now)) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(tick);
        m_times->addTick(seconds(tick), time.toString(QStringLiteral("HH:mm")));
    }
    for (const LaneParts &lane : m_lanes)
        lane.rect->axis(QCPAxis::atBottom)->setRange(seconds(m_now - kSpanMs), seconds(m_now));
}

void ThroughputPlot::fillGraphs()
{
    std::array<QVector<QCPGraphData>, kLanes> points;
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    for (qsizetype i = 0; i < m_history.count(); ++i) {
        const Sample &sample = m_history.at(i);
        const double at = seconds(sample.at);
        for (int lane = 0; lane < kLanes; ++lane) {
            if (sample.isAfterGap)
                points[lane].append({ at - 0.001, kNothing });
            points[lane].append({ at, (lane == Out ? sample.out : sample.in) * kBitsPerByte });
        }
    }
    for (int lane = 0; lane < kLanes; ++lane)
        m_lanes[lane].graph->data()->set(points[lane], true);
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

void ThroughputPlot::updateGaps()
{
    const QCPAxis *time = m_lanes[Out].rect->axis(QCPAxis::atBottom);
    QVector<GapBands::Band> bands;
    for (const Gap &gap : m_history.gaps(m_now)) {
        if (gap.to < m_now - kSpanMs)
            continue;
        const double left = time->coordToPixel(seconds(gap.from));
        bands.append({ left, time->coordToPixel(seconds(gap.to)), gap.isOpen, gapLabel(gap) });
    }
    m_gaps->setBands(bands, laneRects());
}

QVector<QRect> ThroughputPlot::laneRects() const
{
    return { m_lanes[Out].rect->rect(), m_lanes[In].rect->rect() };
}

void ThroughputPlot::resizeEvent(QResizeEvent *event)
{
    layOut();
    QCustomPlot::resizeEvent(event);
    showUntil(m_now, m_isStale);
}

} // namespace relay::gui::chart
