// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/legendrow.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui::chart {

using namespace metric;

namespace {

constexpr int kSwatch = 16;
constexpr int kBetween = kSpace3;

} // namespace

LegendRow::LegendRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendRow::setEntries(const QVector<Entry> &entries, const QString &unit)
{
    m_entries = entries;
    m_unit = unit;
    QStringList words;
    for (const Entry &entry : entries)
        words.append(entry.unit.isEmpty() ? entry.name : QString(entry.name + QLatin1Char(' ') + entry.unit));
    if (!unit.isEmpty())
        words.append(unit);
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(words.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

int LegendRow::widthOf(const Entry &entry, bool hasUnit) const
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Small));
    return kSwatch + kSpace2 + metrics.horizontalAdvance(entry.name)
        + (!hasUnit || entry.unit.isEmpty() ? 0 : kSpace1 + metrics.horizontalAdvance(entry.unit));
}

QString LegendRow::restText(int shown) const
{
    const auto rest = m_entries.size() - shown;
    return rest > 0 ? QLatin1Char('+') + QString::number(rest) : QString();
}

int LegendRow::widthOf(int entries, bool hasUnits) const
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Small));
    int width = 2;
    for (int i = 0; i < entries; ++i)
        width += widthOf(m_entries.at(i), hasUnits) + (i > 0 ? kBetween : 0);
    for (const QString &text : { restText(entries), m_unit })
        width += text.isEmpty() ? 0 : kBetween + metrics.horizontalAdvance(text);
    return width;
}

QSize LegendRow::sizeHint() const
{
    return { widthOf(static_cast<int>(m_entries.size())), 16 };
}

QSize LegendRow::minimumSizeHint() const
{
    return { m_entries.isEmpty() ? 0 : widthOf(0), 16 };
}

void LegendRow::drawInto(QPainter &painter, const QRect &rect, bool isAtEnd) const
{
    int shown = static_cast<int>(m_entries.size());
    const bool hasUnits = widthOf(shown) <= rect.width();
    while (shown > 0 && widthOf(shown, hasUnits) > rect.width())
        --shown;
    const Tokens &tokens = m_theme.tokens();
    const QFont font = m_theme.font(Theme::Type::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int x = rect.left() + (isAtEnd ? std::max(0, rect.width() - widthOf(shown, hasUnits)) : 0);
    const auto write = [&](const QString &text, const QColor &color) {
        const QRect place(x, rect.top(), metrics.horizontalAdvance(text) + 1, rect.height());
        painter.setPen(color);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect, place), Qt::AlignVCenter, text);
        x += place.width() - 1;
    };
    for (int i = 0; i < shown; ++i) {
        const Entry &entry = m_entries.at(i);
        x += i > 0 ? kBetween : 0;
        const QRect swatch = QStyle::visualRect(layoutDirection(), rect, QRect(x, rect.center().y(), kSwatch, 1));
        QPen pen = entry.pen;
        pen.setWidthF(2);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(swatch.left(), swatch.top(), swatch.left() + kSwatch, swatch.top());
        x += kSwatch + kSpace2;
        write(entry.name, tokens.text);
        if (hasUnits && !entry.unit.isEmpty()) {
            x += kSpace1;
            write(entry.unit, tokens.text2);
        }
    }
    for (const QString &text : { restText(shown), m_unit }) {
        if (text.isEmpty())
            continue;
        x += kBetween;
        write(text, tokens.text2);
    }
}

void LegendRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawInto(painter, rect(), true);
}

} // namespace relay::gui::chart
