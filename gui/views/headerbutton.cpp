// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/headerbutton.h"

#include "gui/theme/style.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

namespace {

constexpr int kSide = 32;
constexpr int kBadge = 14;

} // namespace

HeaderButton::HeaderButton(const Theme &theme, const QString &iconName, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setPopupMode(InstantPopup);
    setFixedSize(kSide, kSide);
    setFocusPolicy(Qt::TabFocus);
}

void HeaderButton::follow(QAction &action)
{
    const auto take = [this, &action] {
        const QString key = action.shortcut().toString(QKeySequence::NativeText);
        setAccessibleName(action.iconText());
        setToolTip(key.isEmpty() ? action.toolTip()
                                 : QString(action.toolTip() + QStringLiteral(" (") + key + QLatin1Char(')')));
        setEnabled(action.isEnabled());
    };
    connect(&action, &QAction::changed, this, take);
    connect(this, &QToolButton::clicked, &action, &QAction::trigger);
    take();
}

void HeaderButton::setBadge(int count)
{
    m_badge = count;
    update();
}

void HeaderButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    if (underMouse() || isDown())
        drawControlFrame(painter, rect(), t.headerField, {});
    if (hasFocus())
        drawControlFrame(painter, rect(), {}, darkTokens().accent, 2);
    const int inset = (width() - metric::kIcon) / 2;
    painter.drawPixmap(inset, inset, m_theme.pixmap(m_iconName, metric::kIcon, t.headerText, devicePixelRatioF()));
    if (m_badge == 0)
        return;
    const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const QFont font = m_theme.boldFont(Theme::Type::Caption);
    const int wide = std::max(kBadge, QFontMetrics(font).horizontalAdvance(text) + metric::kSpace1);
    const QRect badge = QStyle::visualRect(layoutDirection(), rect(), { width() - wide, 0, wide, kBadge });
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(darkTokens().dropping);
    painter.drawRoundedRect(badge, metric::kRadiusControl, metric::kRadiusControl);
    painter.setFont(font);
    painter.setPen(darkTokens().accentText);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace relay::gui
