// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/linkbutton.h"

#include <QKeyEvent>
#include <QPainter>

namespace relay::gui::dialogs {

using namespace metric;

LinkButton::LinkButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkButton::setTheme(const Theme &theme)
{
    m_theme = &theme;
    setFont(theme.font(Theme::Type::Small));
    update();
}

QSize LinkButton::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 2 * kSpace3, kRow };
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore(); // confirms the dialog
    else if (isReturn)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    if (m_theme == nullptr)
        return;
    QPainter painter(this);
    QFont font = m_theme->font(Theme::Type::Small);
    font.setUnderline(underMouse());
    painter.setFont(font);
    painter.setPen(m_theme->tokens().accent);
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_theme->tokens().accent, 2));
    painter.drawRect(rect().adjusted(kSpace1, 2, -kSpace1, -2));
}

} // namespace relay::gui::dialogs
