// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/scrim.h"

#include <QEvent>
#include <QPainter>

namespace relay::gui::dialogs {

namespace {

constexpr QColor kShade(10, 20, 30, 90);

} // namespace

Scrim::Scrim(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    setGeometry(window->rect());
    raise();
    show();
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Scrim::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), kShade);
}

} // namespace relay::gui::dialogs
