// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/undobar.h"

#include <QPainter>
#include <QStyle>

namespace relay::gui {

namespace {

constexpr int kLine = 3;
constexpr int kStepMs = 100;

} // namespace

UndoBar::UndoBar(const Theme &theme, const QString &iconName, QAction &undo, QWidget *parent)
    : Banner(theme, iconName, Tone::Note, undo, parent)
{
    m_left.setSingleShot(true);
    m_left.setInterval(kStaysMs);
    m_step.setInterval(kStepMs);
    connect(&m_left, &QTimer::timeout, this, &QWidget::hide);
    connect(&m_step, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    hide();
}

void UndoBar::offer(const QString &headline, const QString &rest)
{
    setWords(headline, rest);
    m_left.start();
    m_step.start();
    show();
}

void UndoBar::hideEvent(QHideEvent *event)
{
    Banner::hideEvent(event);
    if (!isHidden())
        return; // only the window was
    m_left.stop();
    m_step.stop();
    Q_EMIT isOver();
}

void UndoBar::paintEvent(QPaintEvent *event)
{
    Banner::paintEvent(event);
    const int share = m_left.isActive() ? width() * m_left.remainingTime() / kStaysMs : 0;
    QPainter painter(this);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), { 0, height() - kLine, share, kLine }),
                     theme().tokens().accent);
}

} // namespace relay::gui
