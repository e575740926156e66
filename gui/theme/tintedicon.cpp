// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/tintedicon.h"

#include <QGuiApplication>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace relay::gui {

namespace {

bool pointsSomewhere(const QString &name)
{
    static const std::array<QLatin1String, 9> names { QLatin1String("publisher"),    QLatin1String("subscriber"),
                                                      QLatin1String("kick"),         QLatin1String("graph"),
                                                      QLatin1String("undo"),         QLatin1String("connections"),
                                                      QLatin1String("closed"),       QLatin1String("chevron-left"),
                                                      QLatin1String("chevron-right") };
    return std::find(names.begin(), names.end(), name) != names.end();
}

QPixmap render(const QString &name, int device, const QColor &color, bool isMirrored)
{
    QImage image(device, device, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!renderer.isValid())
        qWarning("no icon named \"%s\"", qUtf8Printable(name));
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, device, device));
    if (color.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
    }
    painter.end();
    return QPixmap::fromImage(isMirrored ? image.mirrored(true, false) : image);
}

} // namespace

QPixmap tintedPixmap(const QString &name, int device, const QColor &color)
{
    const bool isMirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft && pointsSomewhere(name);
    const QString key = QStringLiteral("relay-icon/%1/%2/%3/%4")
                            .arg(name, QString::number(device), color.isValid() ? color.name() : QString(),
                                 isMirrored ? QStringLiteral("m") : QString());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, device, color, isMirrored);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

TintedIconEngine::TintedIconEngine(QString name, const QColor &color, const QColor &disabledColor)
    : m_name(std::move(name))
    , m_color(color)
    , m_disabledColor(disabledColor)
{
}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal dpr = painter->device()->devicePixelRatio();
    QPixmap drawn = pixmap(rect.size() * dpr, mode, state);
    drawn.setDevicePixelRatio(dpr);
    painter->drawPixmap(rect.topLeft(), drawn);
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return tintedPixmap(m_name, std::min(size.width(), size.height()),
                        mode == QIcon::Disabled ? m_disabledColor : m_color);
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace relay::gui
