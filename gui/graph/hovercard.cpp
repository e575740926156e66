// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/hovercard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <array>

namespace relay::gui::graph {

namespace {

QLabel *makeLabel(const QString &text, const QFont &font, const QColor &color, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->show(); // or a card that is already in view is measured without it
    label->setFont(font);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setForegroundRole(QPalette::WindowText); // on a ground of another role it would be another one
    label->setPalette(palette);
    return label;
}

} // namespace

HoverCard::HoverCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(metric::kSpace3, metric::kSpace2, metric::kSpace3, metric::kSpace2);
    m_grid->setHorizontalSpacing(metric::kSpace5);
    m_grid->setVerticalSpacing(metric::kSpace1);
    hide();
}

void HoverCard::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void HoverCard::showContent(const CardContent &content)
{
    clear();
    const Tokens &tokens = m_theme.tokens();
    auto *head = new QWidget(this);
    head->show();
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::kSpace2);
    auto *icon = new QLabel(head);
    icon->show();
    icon->setPixmap(m_theme.pixmap(content.icon, metric::kIcon, content.iconColor, devicePixelRatioF()));
    row->addWidget(icon);
    row->addWidget(makeLabel(content.title, m_theme.boldFont(Theme::Type::Small), tokens.text, head));
    row->addStretch(1);
    row->addWidget(makeLabel(content.aside, m_theme.font(Theme::Type::Small), tokens.text2, head));
    m_grid->addWidget(head, 0, 0, 1, 2);
    for (qsizetype i = 0; i < content.rows.size(); ++i)
        addRow(int(i) + 1, content.rows[i]);
    m_grid->activate();
    adjustSize();
}

void HoverCard::addRow(int row, const CardContent::Row &content)
{
    const Tokens &tokens = m_theme.tokens();
    const QFont font = content.isLoud ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small);
    m_grid->addWidget(makeLabel(content.name, m_theme.font(Theme::Type::Small), tokens.text2, this), row, 0);
    m_grid->addWidget(makeLabel(content.value, font, content.isLoud ? tokens.dropping : tokens.text, this), row, 1);
}

void HoverCard::placeBeside(const QRect &box, const QVector<QPoint> &keepFree)
{
    const QRect area
        = parentWidget()->rect().adjusted(metric::kSpace1, metric::kSpace1, -metric::kSpace1, -metric::kSpace1);
    const int below = box.bottom() + metric::kSpace2;
    const int above = box.top() - metric::kSpace2 - height();
    const int before = box.left() - metric::kSpace4 - width();
    const int after = box.right() + metric::kSpace4;
    const std::array places { QPoint(before, below), QPoint(before, above),     QPoint(after, below),
                              QPoint(after, above),  QPoint(box.left(), below), QPoint(box.left(), above) };
    QRect best;
    qsizetype fewest = keepFree.size() + 2;
    for (const QPoint &place : places) {
        QRect card(place, size());
        card.moveLeft(std::clamp(card.left(), area.left(), std::max(area.left(), area.right() - width())));
        card.moveTop(std::clamp(card.top(), area.top(), std::max(area.top(), area.bottom() - height())));
        const auto hits = std::count_if(keepFree.begin(), keepFree.end(),
                                        [&card](const QPoint &point) { return card.contains(point); });
        const auto cost = hits + (card.intersects(box) ? keepFree.size() + 1 : 0);
        if (cost < fewest) {
            fewest = cost;
            best = card;
        }
    }
    if (best.isNull())
        best = QRect(area.topLeft(), size());
    move(best.topLeft());
    show();
    raise();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().lineStrong, 1));
    painter.setBrush(m_theme.tokens().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::kRadiusControl,
                            metric::kRadiusControl);
}

} // namespace relay::gui::graph
