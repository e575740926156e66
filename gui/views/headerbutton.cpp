// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/headerbutton.h"

#include "gui/theme/style.h"

#include <QAction>
#include <QPainter>

namespace relay::gui {

namespace {

constexpr int kSide = 32;

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
        setToolTip(key.isEmpty() ? action.toolTip() : QString(action.toolTip() + QStringLiteral(" (") + key + QLatin1Char(')')));
        setEnabled(action.isEnabled());
    };
    connect(&action, &QAction::changed, this, take);
    connect(this, &QToolButton::clicked, &action, &QAction::trigger);
    take();
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
}

} // namespace relay::gui
