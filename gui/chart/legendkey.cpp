// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/legendkey.h"

#include <QFontMetrics>
#include <QPainter>

namespace relay::gui::chart {

namespace {

constexpr int kSwatch = 16;

} // namespace

LegendKey::LegendKey(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LegendKey::setEntry(const QString &name, const QString &unit, const QColor &color)
{
    m_name = name;
    m_unit = unit;
    m_color = color;
    setAccessibleName(name + QLatin1Char(' ') + unit);
    updateGeometry();
    update();
}

QSize LegendKey::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Small));
    const int text = metrics.horizontalAdvance(m_name) + metric::kSpace1 + metrics.horizontalAdvance(m_unit);
    return { kSwatch + metric::kSpace2 + text + 2, 16 };
}

void LegendKey::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const QFontMetrics metrics(m_theme.font(Theme::Type::Small));
    const int name = metrics.horizontalAdvance(m_name);
    QPainter painter(this);
    painter.setFont(m_theme.font(Theme::Type::Small));
    const auto place = [this](int from, int width) {
        const QRect left(from, 0, width, height());
        return layoutDirection() == Qt::RightToLeft ? left.translated(this->width() - 2 * from - width, 0) : left;
    };
    painter.fillRect(place(0, kSwatch).adjusted(0, height() / 2 - 1, 0, 1 - height() / 2), m_color);
    painter.setPen(tokens.text);
    painter.drawText(place(kSwatch + metric::kSpace2, name + 1), Qt::AlignVCenter, m_name);
    painter.setPen(tokens.text2);
    const int unit = kSwatch + metric::kSpace2 + name + metric::kSpace1;
    painter.drawText(place(unit, width() - unit), Qt::AlignVCenter, m_unit);
}

} // namespace relay::gui::chart
