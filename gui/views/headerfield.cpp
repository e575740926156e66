// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/headerfield.h"

#include "gui/theme/style.h"
#include "gui/views/keybutton.h"

#include <QAction>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kWidth = 300;
constexpr int kNarrowWidth = 240;

} // namespace

HeaderField::HeaderField(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HeaderField::follow(QAction &action)
{
    const auto take = [this, &action] {
        setText(action.iconText());
        setAccessibleName(action.iconText());
        setToolTip(action.toolTip());
        m_keyText = action.shortcut().toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' '));
        update();
    };
    connect(&action, &QAction::changed, this, take);
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    take();
}

void HeaderField::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateGeometry();
}

QSize HeaderField::sizeHint() const
{
    return { m_isNarrow ? kNarrowWidth : kWidth, kControl };
}

void HeaderField::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawControlFrame(painter, rect(), t.headerField, hasFocus() ? darkTokens().accent : t.headerLine,
                     hasFocus() ? 2 : 1);
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    painter.drawPixmap(place({ kSpace3, (height() - kIcon) / 2, kIcon, kIcon }).topLeft(),
                       m_theme.pixmap(QStringLiteral("search"), kIcon, t.headerDim, devicePixelRatioF()));
    const QFont small = m_theme.font(Theme::Type::Caption);
    const int chip = m_keyText.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
    if (chip > 0)
        drawKeyChip(painter, place({ width() - kSpace2 - chip, (height() - kKeyChipHeight) / 2, chip, kKeyChipHeight }),
                    m_keyText, small, t.headerDim, t.headerLine);
    const int start = kSpace3 + kIcon + kSpace2;
    const int room = width() - start - chip - 2 * kSpace2;
    painter.setFont(m_theme.font(Theme::Type::Body));
    painter.setPen(t.headerDim);
    painter.drawText(place({ start, 0, room, height() }), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

} // namespace relay::gui
