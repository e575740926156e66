// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dangerbutton.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace relay::gui::dialogs {

namespace {

constexpr int kFocusGap = 3;

} // namespace

DangerButton::DangerButton(const Theme &theme, const QString &iconName, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setAutoDefault(false);
    setDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedHeight(metric::kControl);
    connect(&theme, &Theme::changed, this, qOverload<>(&DangerButton::update));
}

QSize DangerButton::sizeHint() const
{
    const int words = QFontMetrics(m_theme.boldFont(Theme::Type::Body)).horizontalAdvance(text());
    return { 2 * metric::kSpace3 + metric::kIcon + metric::kSpace2 + words + 1, metric::kControl };
}

void DangerButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled()                   ? tokens.line
                         : isDown() || underMouse() ? tokens.dropping.darker(112)
                                                    : tokens.dropping);
    const QColor ink = isEnabled() ? tokens.accentText : tokens.text3;
    painter.drawRoundedRect(rect(), metric::kRadiusControl, metric::kRadiusControl);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accentText, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(kFocusGap, kFocusGap, -kFocusGap, -kFocusGap), metric::kRadiusChip,
                                metric::kRadiusChip);
    }
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const QRect icon = place({ metric::kSpace3, (height() - metric::kIcon) / 2, metric::kIcon, metric::kIcon });
    painter.drawPixmap(icon.topLeft(), m_theme.pixmap(m_iconName, metric::kIcon, ink, devicePixelRatioF()));
    const int from = metric::kSpace3 + metric::kIcon + metric::kSpace2;
    painter.setPen(ink);
    painter.setFont(m_theme.boldFont(Theme::Type::Body));
    painter.drawText(place({ from, 0, width() - from - metric::kSpace3 + 1, height() }), Qt::AlignCenter, text());
}

} // namespace relay::gui::dialogs
