// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/palette/palettedelegate.h"

#include "gui/palette/palettemodel.h"
#include "gui/views/keybutton.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kHeadHeight = 28;
constexpr int kEntryHeight = 32;
constexpr int kMarker = 3;

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return { 100, m_model.item(index.row()).isHead ? kHeadHeight : kEntryHeight };
}

//! With the first word of the query in bold where it is found. Gives the width; the rect is where it would stand alone.
int PaletteDelegate::drawText(QPainter &painter, const QRect &rect, const QString &text, const QColor &color) const
{
    const QString word = m_query.simplified().section(QLatin1Char(' '), 0, 0);
    const qsizetype at = word.isEmpty() ? -1 : text.indexOf(word, 0, Qt::CaseInsensitive);
    const QFont plain = m_theme.font(Theme::Type::Body);
    const QFont bold = m_theme.boldFont(Theme::Type::Body);
    painter.setPen(color);
    // Pieces would be put together wrongly where letters join or run the other way.
    const bool isWhole = at < 0 || text.isRightToLeft()
        || std::any_of(text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirAL; });
    if (isWhole) {
        painter.setFont(plain);
        const QString shown = QFontMetrics(plain).elidedText(text, Qt::ElideRight, rect.width());
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeading, shown);
        return QFontMetrics(plain).horizontalAdvance(shown);
    }
    const QStringList pieces { text.left(at), text.mid(at, word.size()), text.mid(at + word.size()) };
    int width = 0;
    for (int i = 0; i < 3; ++i)
        width += QFontMetrics(i == 1 ? bold : plain).horizontalAdvance(pieces.at(i));
    // In a right-to-left window the whole stands on the right, and reads from left to right within.
    int x
        = painter.layoutDirection() == Qt::RightToLeft ? rect.right() + 1 - std::min(width, rect.width()) : rect.left();
    for (int i = 0; i < 3; ++i) {
        painter.setFont(i == 1 ? bold : plain);
        const int advance = painter.fontMetrics().horizontalAdvance(pieces.at(i));
        painter.drawText(QRect(x, rect.top(), std::min(advance + 1, rect.right() + 1 - x), rect.height()),
                         Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft, pieces.at(i));
        x += advance;
    }
    return std::min(width, rect.width());
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const PaletteItem &item = m_model.item(index.row());
    painter->save();
    painter->setLayoutDirection(option.direction);
    const auto place = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect row = option.rect;
    if (item.isHead) {
        painter->setFont(m_theme.boldFont(Theme::Type::Caption));
        painter->setPen(t.text2);
        painter->drawText(row.adjusted(kSpace4, 0, -kSpace4, 0), Qt::AlignVCenter | Qt::AlignLeading, item.text);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, t.accentFill);
        painter->fillRect(place({ row.left(), row.top(), kMarker, row.height() }), t.accent);
    }
    const QColor color = item.isPossible ? t.text : t.text3;
    if (!item.icon.isEmpty())
        painter->drawPixmap(place({ row.left() + kSpace4, row.center().y() + 1 - kIcon / 2, kIcon, kIcon }).topLeft(),
                            m_theme.pixmap(item.icon, kIcon,
                                           item.iconColor.isValid() && item.isPossible ? item.iconColor : color,
                                           painter->device()->devicePixelRatioF()));
    const QFont small = m_theme.font(Theme::Type::Caption);
    QString key = item.key;
    key.replace(QLatin1Char('+'), QLatin1Char(' '));
    const int chip = key.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(key) + 2 * kKeyChipPadding;
    if (chip > 0)
        drawKeyChip(*painter,
                    place({ row.right() + 1 - kSpace4 - chip, row.center().y() + 1 - kKeyChipHeight / 2, chip,
                            kKeyChipHeight }),
                    key, small, t.text2, t.lineStrong);
    const int start = row.left() + kSpace4 + kIcon + kSpace2;
    const int end = row.right() + 1 - kSpace4 - (chip > 0 ? chip + kSpace2 : 0);
    const int width = drawText(*painter, place({ start, row.top(), end - start, row.height() }), item.text, color);
    const int after = start + width + kSpace2 + kSpace1;
    if (!item.detail.isEmpty() && after < end) {
        painter->setFont(m_theme.font(Theme::Type::Small));
        painter->setPen(item.isPossible ? t.text2 : t.text3);
        painter->drawText(place({ after, row.top(), end - after, row.height() }), Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(item.detail, Qt::ElideRight, end - after));
    }
    painter->restore();
}

} // namespace relay::gui
