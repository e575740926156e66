// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/rateplot.h"

#include "gui/chart/scale.h"
#include "gui/models/format.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace relay::gui::inspect {

using namespace metric;

namespace {

constexpr int kHead = 28;
constexpr int kHeight = 144;
constexpr int kAxis = 36;      // room for the figures at the left
constexpr int kTimes = 18;     // room for the times below
constexpr double kMega = 8e-6; // bytes/s to Mbit/s
constexpr qint64 kMinute = 60'000;
constexpr int kKey = 18;
constexpr double kLeastTop = 0.01; // Mbit/s

double shown(const RateSample &sample, bool isOffered)
{
    return double(isOffered ? sample.offered : sample.delivered) * kMega;
}

} // namespace

RatePlot::RatePlot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize RatePlot::sizeHint() const
{
    return { 320, kHeight };
}

void RatePlot::showSamples(const QVector<RateSample> &samples, qint64 endsAt, bool isReader)
{
    m_samples = samples;
    m_endsAt = endsAt;
    m_isReader = isReader;
    describe();
    update();
}

void RatePlot::describe()
{
    setAccessibleName(tr("Rate of the last 5 minutes"));
    setAccessibleDescription(m_samples.isEmpty() ? QString() : format::mbits(double(m_samples.last().delivered)));
}

void RatePlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

double RatePlot::highest() const
{
    double highest = 0;
    for (const RateSample &sample : m_samples)
        for (const bool isOffered : { true, false })
            if (std::isfinite(shown(sample, isOffered)))
                highest = std::max(highest, shown(sample, isOffered));
    return highest;
}

double RatePlot::xOf(const QRect &plot, int index) const
{
    const int fromEnd = int(m_samples.size()) - 1 - index;
    return plot.right() - double(plot.width() - 1) * fromEnd / (RateHistory::kSamples - 1);
}

void RatePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().base);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().line);
    drawHead(painter);
    const QRect plot(kSpace4 + kAxis, kHead, width() - 2 * kSpace4 - kAxis, height() - kHead - kTimes);
    const double top = chart::roundMaximum(std::max(highest(), kLeastTop));
    drawGrid(painter, plot, top);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGaps(painter, plot);
    if (m_isReader)
        drawLine(painter, plot, top, true);
    drawLine(painter, plot, top, false);
}

void RatePlot::drawHead(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const QRect head(kSpace4, 0, width() - 2 * kSpace4, kHead);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(m_theme.boldFont(Theme::Type::Small));
    painter.setPen(t.text);
    const QString title = tr("Last 5 minutes");
    painter.drawText(head, Qt::AlignLeading | Qt::AlignVCenter, title);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(title);
    painter.setFont(m_theme.font(Theme::Type::Small));
    painter.setPen(t.text2);
    const QRect unit = QStyle::visualRect(layoutDirection(), head, head.adjusted(titleWidth + kSpace2, 0, 0, 0));
    painter.drawText(unit, Qt::AlignLeading | Qt::AlignVCenter, QStringLiteral("Mbit/s"));
    if (m_samples.isEmpty())
        return;
    int right = 0; // from the trailing edge
    const auto key = [&](const QString &words, bool isOffered) {
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        const QRect area(head.right() + 1 - right - wide - kKey - kSpace1, head.top(), wide + kKey + kSpace1, kHead);
        const QRect place = QStyle::visualRect(layoutDirection(), head, area);
        painter.setPen(isOffered ? QPen(t.text2, 1.5, Qt::DashLine) : QPen(t.series[0], 1.5));
        painter.drawLine(place.left(), place.center().y(), place.left() + kKey - kSpace1, place.center().y());
        painter.setPen(t.text2);
        painter.drawText(place.adjusted(kKey, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
        right += area.width() + kSpace3;
    };
    const RateSample &last = m_samples.last();
    const auto figure
        = [](float value) { return std::isfinite(value) ? format::mbits(double(value)) : format::missing(); };
    //: legend: what a connection gets of what it could get
    key((m_isReader ? tr("Delivered %1") : tr("Sent %1")).arg(figure(last.delivered)), false);
    if (m_isReader)
        key(tr("Offered %1", "Legend: what the topic has").arg(figure(last.offered)), true);
}

void RatePlot::drawGrid(QPainter &painter, const QRect &plot, double top) const
{
    const Tokens &t = m_theme.tokens();
    painter.setFont(m_theme.font(Theme::Type::Caption));
    for (const double value : chart::valueTicks(top, false)) {
        const int y = plot.bottom() - qRound((plot.height() - 1) * value / top);
        painter.fillRect(QRect(plot.left(), y, plot.width(), 1), value == 0 ? t.lineStrong : t.grid);
        painter.setPen(t.text2);
        painter.drawText(QRect(0, y - 8, plot.left() - kSpace1, 16),
                         Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, chart::tickText(value, QLocale()));
    }
    const qint64 span = RateHistory::kStep.count() * (RateHistory::kSamples - 1);
    for (qint64 at = m_endsAt / kMinute * kMinute; at > m_endsAt - span && m_endsAt > 0; at -= kMinute) {
        const int x = plot.right() - int(double(plot.width() - 1) * double(m_endsAt - at) / double(span));
        painter.fillRect(QRect(x, plot.top(), 1, plot.height()), t.grid);
        const QRect words(x - 24, plot.bottom() + 2, 48, kTimes - 2);
        if (words.left() >= plot.left() - kAxis && words.right() <= width())
            painter.drawText(words, Qt::AlignHCenter | Qt::AlignVCenter,
                             QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm")));
    }
}

void RatePlot::drawGaps(QPainter &painter, const QRect &plot) const
{
    const Tokens &t = m_theme.tokens();
    for (int i = 0; i < m_samples.size(); ++i) {
        if (std::isfinite(m_samples.at(i).delivered))
            continue;
        const int first = i;
        while (i + 1 < m_samples.size() && !std::isfinite(m_samples.at(i + 1).delivered))
            ++i;
        const double from = xOf(plot, std::max(0, first - 1));
        const double to = xOf(plot, std::min(int(m_samples.size()) - 1, i + 1));
        const QRectF gap(from, plot.top(), std::max(2.0, to - from), plot.height());
        painter.fillRect(gap, t.base);
        painter.fillRect(gap, QBrush(t.line, Qt::BDiagPattern));
        painter.setPen(t.lineStrong);
        painter.drawLine(gap.topLeft(), gap.bottomLeft());
        painter.drawLine(gap.topRight(), gap.bottomRight());
    }
}

void RatePlot::drawLine(QPainter &painter, const QRect &plot, double top, bool isOffered) const
{
    const Tokens &t = m_theme.tokens();
    QPainterPath line;
    bool isOpen = false;
    double startX = 0;
    double lastX = 0;
    QPainterPath fill;
    const auto closeFill = [&] {
        if (!isOpen)
            return;
        fill.lineTo(lastX, plot.bottom());
        fill.lineTo(startX, plot.bottom());
        fill.closeSubpath();
    };
    for (int i = 0; i < m_samples.size(); ++i) {
        const double value = shown(m_samples.at(i), isOffered);
        if (!std::isfinite(value)) {
            closeFill();
            isOpen = false;
            continue;
        }
        const QPointF point(xOf(plot, i), plot.bottom() - (plot.height() - 1) * std::min(1.0, value / top));
        if (!isOpen) {
            startX = point.x();
            line.moveTo(point);
            fill.moveTo(point);
        } else {
            line.lineTo(point);
            fill.lineTo(point);
        }
        isOpen = true;
        lastX = point.x();
    }
    closeFill();
    if (!isOffered) {
        QColor ground = t.series[0];
        ground.setAlphaF(0.1F);
        painter.fillPath(fill, ground);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(isOffered ? QPen(t.text2, 1.5, Qt::DashLine) : QPen(t.series[0], 1.5));
    painter.drawPath(line);
}

} // namespace relay::gui::inspect
