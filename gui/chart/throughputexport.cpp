// SPDX-License-Identifier: GPL-3.0-or-later
// What of the throughput can be taken along: a picture and the figures.
#include "gui/chart/legendrow.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/models/csvfield.h"

#include <QDateTime>
#include <QMap>
#include <QPainter>

#include <cmath>

namespace relay::gui::chart {

namespace {

constexpr QSize kPicture { 1200, 420 };
constexpr int kHead = 48;

} // namespace

QPixmap ThroughputPanel::picture(const QString &title, qreal scale) const
{
    Theme light;
    light.setMode(Theme::Mode::Light);
    ThroughputPlot plot(light);
    plot.resize(kPicture);
    plot.window() = m_plot->window();
    plot.setLines(lines(true), !m_isSelection);
    plot.showUntil(m_plot->window().now(), false);
    QVector<LegendRow::Entry> entries;
    for (int i = 0; i < plot.lines().size(); ++i)
        entries.append({ plot.lines().at(i).name,
                         plot.unit(m_isSelection || i == 0 ? ThroughputPlot::Out : ThroughputPlot::In).name,
                         plot.penOfLine(i) });
    LegendRow legend(light);
    legend.setEntries(entries, {});
    QPixmap picture(QSizeF(kPicture.width() * scale, (kPicture.height() + kHead) * scale).toSize());
    picture.setDevicePixelRatio(scale);
    picture.fill(light.tokens().base);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(light.boldFont(Theme::Type::Body));
    painter.setPen(light.tokens().text);
    const QRect head(metric::kSpace4, 0, kPicture.width() - 2 * metric::kSpace4, kHead);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, title);
    const int words = painter.fontMetrics().horizontalAdvance(title) + metric::kSpace5;
    legend.drawInto(painter, head.adjusted(words, 0, 0, 0), true);
    QPixmap drawn = plot.toPixmap(kPicture.width(), kPicture.height(), scale);
    drawn.setDevicePixelRatio(scale);
    painter.drawPixmap(0, kHead, drawn);
    return picture;
}

QByteArray ThroughputPanel::csv() const
{
    const QVector<PlotLine> all = lines(true);
    const TimeWindow &window = m_plot->window();
    QMap<qint64, QVector<QByteArray>> rows;
    QByteArray text = "time";
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString name = !m_isSelection ? all.at(i).name
            : all.at(i).isIn                ? tr("%1, in", "Column of an exported chart").arg(all.at(i).name)
                                            : tr("%1, out", "Column of an exported chart").arg(all.at(i).name);
        text += ',' + csvField(name + QStringLiteral(" (bytes/s)"));
        for (qsizetype k = 0; k < all.at(i).history->count(); ++k) {
            const Sample &sample = all.at(i).history->at(k);
            if (sample.at < window.from() || sample.at > window.to())
                continue;
            QVector<QByteArray> &row = rows[sample.at];
            row.resize(all.size());
            const double rate = all.at(i).rateOf(sample);
            row[i] = std::isnan(rate) ? QByteArray() : QByteArray::number(rate, 'f', 0);
        }
    }
    text += "\r\n";
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        text += QDateTime::fromMSecsSinceEpoch(it.key()).toUTC().toString(Qt::ISODateWithMs).toLatin1();
        for (const QByteArray &value : it.value())
            text += ',' + value;
        text += "\r\n";
    }
    return text;
}

} // namespace relay::gui::chart
