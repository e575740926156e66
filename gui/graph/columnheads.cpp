// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/columnheads.h"

#include "gui/models/format.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace relay::gui::graph {

namespace {

constexpr int kHeight = 32;

} // namespace

ColumnHeads::ColumnHeads(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void ColumnHeads::showHeads(const Graph &graph, const Columns &columns, double scale, int start)
{
    m_columns = columns;
    m_scale = scale;
    m_start = start;
    m_publishers = graph.publishers;
    m_topics = graph.topics;
    m_subscribers = graph.subscribers;
    setAccessibleName(title(Layer::Publisher) + QLatin1String("; ") + title(Layer::Topic) + QLatin1String("; ")
                      + title(Layer::Reader));
    update();
}

QSize ColumnHeads::sizeHint() const
{
    return { 400, kHeight };
}

QString ColumnHeads::title(Layer layer) const
{
    switch (layer) {
    case Layer::Publisher: return tr("Publishers, %1").arg(format::count(m_publishers));
    case Layer::Topic: return tr("Topics, %1").arg(format::count(m_topics));
    case Layer::Reader: return tr("Subscribers, %1").arg(format::count(m_subscribers));
    }
    return {};
}

QRectF ColumnHeads::placeOf(Layer layer) const
{
    return { m_start + m_columns.left(layer) * m_scale, 0, m_columns.of(layer).width * m_scale,
             kHeight - metric::kSpace2 };
}

void ColumnHeads::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const bool isMirrored = m_columns.isRightToLeft;
    const int leading = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    const int trailing = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
    QPainter painter(this);
    // Lines of different scripts are of different heights: their middles are level.
    const auto write = [&painter](const QRectF &place, int side, const QString &text) {
        const double line = QFontMetricsF(QGuiApplication::font()).height();
        painter.drawText(QRectF(place.left(), place.bottom() - line, place.width(), line),
                         side | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    for (Layer layer : { Layer::Publisher, Layer::Topic, Layer::Reader }) {
        const QRectF place = placeOf(layer);
        painter.setFont(m_theme.boldFont(Theme::Type::Small));
        painter.setPen(tokens.text);
        write(place, leading, title(layer));
        painter.setFont(m_theme.font(Theme::Type::Caption));
        painter.setPen(tokens.text2);
        write(place, trailing, QStringLiteral("Mbit/s"));
    }
}

void ColumnHeads::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace relay::gui::graph
