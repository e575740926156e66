// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/sheet.h"

#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace relay::gui::dialogs {

namespace {

constexpr int kWidth = 640;
constexpr int kBelowTop = 52; // under the top bar

} // namespace

Sheet::Sheet(const Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_theme(theme)
{
    setFont(theme.font(Theme::Type::Body));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

Sheet::~Sheet()
{
    delete m_scrim;
}

void Sheet::fit()
{
    if (layout() == nullptr)
        return;
    layout()->activate();
    resize(kWidth, std::max(layout()->totalHeightForWidth(kWidth), layout()->totalMinimumSize().height()));
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.setPen(m_theme.tokens().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Sheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
    if (parentWidget() == nullptr)
        return;
    QWidget *window = parentWidget()->window();
    if (!m_scrim)
        m_scrim = new Scrim(window);
    const QPoint corner = window->mapToGlobal(QPoint((window->width() - width()) / 2, kBelowTop));
    move(corner.x(), corner.y());
}

void Sheet::hideEvent(QHideEvent *event)
{
    delete m_scrim;
    QDialog::hideEvent(event);
}

} // namespace relay::gui::dialogs
