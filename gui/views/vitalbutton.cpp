// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/vitalbutton.h"

#include "gui/views/sparkline.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr QSize kSpark { 56, 18 };
constexpr QRect kNameBand { 0, 8, 0, 16 }; // y and height
constexpr QRect kFigureBand { 0, 24, 0, 26 };

} // namespace

VitalButton::VitalButton(const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setFixedHeight(kVitals);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void VitalButton::setFigure(const VitalFigure &figure, bool isStale)
{
    m_figure = figure;
    m_isStale = isStale;
    setAccessibleName(figure.name + QStringLiteral(": ") + figure.value + QLatin1Char(' ') + figure.unit);
    update();
}

QSize VitalButton::sizeHint() const
{
    const int name = QFontMetrics(m_theme.font(Theme::Type::Small)).horizontalAdvance(m_figure.name);
    const int value = QFontMetrics(m_theme.font(Theme::Type::Figure)).horizontalAdvance(m_figure.value)
        + QFontMetrics(m_theme.font(Theme::Type::Body)).horizontalAdvance(m_figure.unit) + kSpace1;
    const bool hasHistory = m_figure.historyColor.isValid();
    return { 2 * kSpace4 + std::max(name, value + (hasHistory ? kSpark.width() + kSpace1 : 0)), kVitals };
}

void VitalButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), underMouse() && !m_isStale ? t.hover : t.base);
    if (!m_isLast)
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), { width() - 1, 0, 1, height() }), t.line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    painter.setFont(m_theme.font(Theme::Type::Small));
    painter.setPen(t.text2);
    painter.drawText(place({ kSpace4, kNameBand.y(), width() - kSpace5, kNameBand.height() }), Qt::AlignVCenter,
                     m_figure.name);

    const QColor ink = m_isStale ? t.text3 : m_figure.isTrouble ? t.dropping : t.text;
    painter.setFont(m_theme.font(Theme::Type::Figure));
    const int valueWidth = painter.fontMetrics().horizontalAdvance(m_figure.value);
    const int baseline = kFigureBand.y() + 20;
    painter.setPen(ink);
    const QFont unitFont = m_theme.font(Theme::Type::Body);
    const int unitWidth = QFontMetrics(unitFont).horizontalAdvance(m_figure.unit);
    // A figure is read from left to right in every language, and its unit with it.
    const QRect both = place({ kSpace4, kFigureBand.y(), valueWidth + kSpace1 + unitWidth, kFigureBand.height() });
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(QPoint(both.left(), baseline), m_figure.value);
    painter.setFont(unitFont);
    painter.setPen(m_isStale ? t.text3 : t.text2);
    painter.drawText(QPoint(both.left() + valueWidth + kSpace1, baseline), m_figure.unit);
    painter.setLayoutDirection(layoutDirection());

    const int used = kSpace4 + valueWidth + kSpace1 + unitWidth + kSpace2;
    if (!m_figure.history.isEmpty() && m_figure.historyColor.isValid()) {
        const QRect spark = place({ width() - kSpace3 - kSpark.width(), 31, kSpark.width(), kSpark.height() });
        if (spark.width() + used + kSpace3 <= width())
            drawSparkline(painter, spark, m_figure.history,
                          { .line = m_isStale ? t.text3 : m_figure.historyColor, .capacity = 61 });
    } else if (!m_figure.remark.isEmpty() && !m_isStale) {
        painter.setFont(m_theme.font(Theme::Type::Small));
        const int remarkWidth = painter.fontMetrics().horizontalAdvance(m_figure.remark);
        if (used + remarkWidth + kSpace3 <= width())
            painter.drawText(QPoint(place({ width() - kSpace3 - remarkWidth, 0, remarkWidth, 1 }).left(), baseline),
                             m_figure.remark);
    }
}

} // namespace relay::gui
