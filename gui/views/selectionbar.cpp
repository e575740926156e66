// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/selectionbar.h"

#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <iterator>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kTopLine = 2;

} // namespace

SelectionBar::SelectionBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(kBar);
    m_row->setContentsMargins(kSpace4, kTopLine, kSpace3, 0);
    m_row->setSpacing(kSpace2);
    m_row->addStretch(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SelectionBar::setActions(const QVector<QAction *> &actions)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (QAction *action : actions) {
        auto *button = new KeyButton(m_theme, action->objectName(), this);
        button->follow(*action);
        m_row->addWidget(button);
        m_buttons.append(button);
    }
}

void SelectionBar::showSelection(const QString &headline, const QVector<SelectionPart> &parts)
{
    m_headline = headline;
    m_parts = parts;
    m_sentence.clear();
    QStringList words { headline };
    for (const SelectionPart &part : parts)
        words.append(part.text);
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

void SelectionBar::showSentence(const QString &sentence)
{
    m_sentence = sentence;
    m_headline.clear();
    m_parts.clear();
    setAccessibleName(sentence);
    update();
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, 0, width(), kTopLine), t.lineStrong);
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    int room = width() - kSpace4 - kSpace3;
    for (const QWidget *button : std::as_const(m_buttons))
        room -= button->isVisible() ? button->width() + kSpace2 : 0;
    int x = kSpace4;
    const int end = x + room;
    const auto write = [&](const QString &text, const QFont &font, const QColor &color) {
        painter.setFont(font);
        painter.setPen(color);
        const int wanted = painter.fontMetrics().horizontalAdvance(text);
        const int given = std::min(wanted, end - x - kSpace2);
        if (given < kSpace5 && given < wanted)
            return false;
        const QString shown = given == wanted ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, given);
        painter.drawText(place({ x, kTopLine, given + 1, height() - kTopLine }), Qt::AlignVCenter | Qt::TextSingleLine,
                         text.isRightToLeft() ? shown : format::isolated(shown));
        x += given;
        return true;
    };
    if (!m_sentence.isEmpty()) {
        write(m_sentence, m_theme.font(Theme::Type::Body), t.text2);
        return;
    }
    write(m_headline, m_theme.boldFont(Theme::Type::Body), t.text);
    x += kSpace3;
    painter.fillRect(place({ x - kSpace1, (height() - 20) / 2 + 1, 1, 20 }), t.line);
    x += kSpace2;
    // What is secondary gives way, the last first: topic and address say whom the buttons are about.
    QVector<SelectionPart> parts = m_parts;
    const QFontMetrics body(m_theme.font(Theme::Type::Body));
    const auto needed = [&parts, &body] {
        int width = 0;
        for (const SelectionPart &part : std::as_const(parts))
            width += (part.icon.isEmpty() ? 0 : kIcon + kSpace2) + body.horizontalAdvance(part.text) + kSpace2;
        return width;
    };
    while (needed() > end - x) {
        const auto last
            = std::find_if(parts.rbegin(), parts.rend(), [](const SelectionPart &part) { return part.isSecondary; });
        if (last == parts.rend())
            break;
        parts.erase(std::next(last).base());
    }
    for (const SelectionPart &part : std::as_const(parts)) {
        if (!part.icon.isEmpty() && x + kIcon < end) {
            const QRect icon = place({ x, (height() - kIcon) / 2 + 1, kIcon, kIcon });
            painter.drawPixmap(icon.topLeft(),
                               m_theme.pixmap(part.icon, kIcon, part.iconColor.isValid() ? part.iconColor : t.text2,
                                              devicePixelRatioF()));
            x += kIcon + kSpace2;
        }
        if (!write(part.text, m_theme.font(Theme::Type::Body), part.isSecondary ? t.text2 : t.text))
            return;
        x += kSpace2;
    }
}

} // namespace relay::gui
