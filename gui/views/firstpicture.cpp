// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/firstpicture.h"

#include "gui/views/hexagon.h"

#include <QPainter>

namespace relay::gui {

namespace {

constexpr QSize kSize { 240, 120 };
constexpr double kRadius = 20;
constexpr QPointF kCamera { 22, 60 };
constexpr QPointF kTopic { 116, 60 };
constexpr QPointF kViewer { 216, 23 };
constexpr QPointF kShell { 216, 97 };

} // namespace

FirstPicture::FirstPicture(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(kSize);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FirstPicture::paintThing(QPainter &painter, const QPointF &centre, const char *icon, bool isFirst) const
{
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(isFirst ? t.accent : t.lineStrong, 1.5));
    painter.setBrush(isFirst ? t.accentFill : t.base);
    painter.drawPolygon(hexagon(centre, kRadius));
    const QPixmap pixmap
        = m_theme.pixmap(QString::fromLatin1(icon), metric::kIcon, isFirst ? t.accent : t.text2, devicePixelRatioF());
    painter.drawPixmap((centre - QPointF(metric::kIcon, metric::kIcon) / 2).toPoint(), pixmap);
}

void FirstPicture::paintEvent(QPaintEvent *)
{
    const auto place = [this](const QPointF &point) {
        return layoutDirection() == Qt::RightToLeft ? QPointF(width() - point.x(), point.y()) : point;
    };
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(m_theme.tokens().lineStrong, 1.5);
    dashes.setDashPattern({ 3, 3 });
    painter.setPen(dashes);
    for (const QPointF &end : { kCamera, kViewer, kShell })
        painter.drawLine(place(kTopic), place(end));
    paintThing(painter, place(kCamera), "video", true);
    paintThing(painter, place(kTopic), "topic", false);
    paintThing(painter, place(kViewer), "view", false);
    paintThing(painter, place(kShell), "shell", false);
}

} // namespace relay::gui
