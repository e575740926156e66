// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/filterfield.h"

#include "gui/views/keybutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

FilterField::FilterField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setFixedHeight(kControl);
    setFont(theme.font(Theme::Type::Body));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void FilterField::setShownText(const QString &text)
{
    m_shownText = text;
    fitMargins();
    update();
}

void FilterField::setProblem(const QString &sentence)
{
    m_problem = sentence;
    setToolTip(
        sentence.isEmpty() ? tr(
            "Words, or topic: role: kind: status: address: agent: booking:, or drops> queue> rtt> in> out> and a number")
                           : sentence);
    update();
}

void FilterField::fitMargins()
{
    const QFontMetrics small(m_theme.font(Theme::Type::Small));
    const QFontMetrics caption(m_theme.font(Theme::Type::Caption));
    const int chip = caption.horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
    const int end = small.horizontalAdvance(m_shownText) + kSpace2 + chip + kSpace2;
    const int start = kSpace2 + kIcon + kSpace1;
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    setTextMargins(isRightToLeft ? end : start, 0, isRightToLeft ? start : end, 0);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QRect icon = place({ kSpace2, (height() - kIcon) / 2, kIcon, kIcon });
    const bool isBad = !m_problem.isEmpty();
    painter.drawPixmap(icon.topLeft(),
                       m_theme.pixmap(isBad ? QStringLiteral("slow") : QStringLiteral("filter"), kIcon,
                                      isBad ? t.slow : t.text2, devicePixelRatioF()));
    const QFont caption = m_theme.font(Theme::Type::Caption);
    const int chip = QFontMetrics(caption).horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
    drawKeyChip(painter, place({ width() - kSpace2 - chip, (height() - kKeyChipHeight) / 2, chip, kKeyChipHeight }),
                m_keyText, caption, t.text2, t.line);
    painter.setFont(m_theme.font(Theme::Type::Small));
    painter.setPen(t.text2);
    const int words = painter.fontMetrics().horizontalAdvance(m_shownText);
    painter.drawText(place({ width() - 2 * kSpace2 - chip - words, 0, words + 1, height() }), Qt::AlignVCenter,
                     m_shownText);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        Q_EMIT left();
    else
        clear();
}

void FilterField::retranslate()
{
    m_keyText = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText); // keys have names in each language
    m_keyText.replace(QLatin1Char('+'), QLatin1Char(' '));
    fitMargins();
    setPlaceholderText(tr("Filter: %1", "Placeholder of the filter field, with an example")
                           .arg(QStringLiteral("topic:spin35 drops>0 rtt>200")));
    setAccessibleName(tr("Filter"));
    setProblem(m_problem);
}

void FilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LayoutDirectionChange)
        fitMargins();
    QLineEdit::changeEvent(event);
}

} // namespace relay::gui
