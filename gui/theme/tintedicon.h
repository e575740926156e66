// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>
#include <QPixmap>
#include <QString>

namespace relay::gui {

/*!
 * Renders resources/icons/NAME.svg into `device` x `device` pixels and tints it; an invalid colour leaves it alone.
 * Icons that point somewhere are mirrored when the application reads right to left. Cached by QPixmapCache.
 */
[[nodiscard]] QPixmap tintedPixmap(const QString &name, int device, const QColor &color);

//! Lets a QIcon ask for any size and scale, so that no bitmap is ever scaled.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(QString name, const QColor &color, const QColor &disabledColor);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QString m_name;
    QColor m_color;
    QColor m_disabledColor;
};

} // namespace relay::gui
