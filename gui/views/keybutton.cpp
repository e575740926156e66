// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/keybutton.h"

#include "gui/theme/style.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kMenuMark = 12;

} // namespace

KeyButton::KeyButton(const Theme &theme, const QString &iconName, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedHeight(kControl);
    setAutoDefault(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&KeyButton::update));
}

void KeyButton::follow(QAction &action)
{
    connect(&action, &QAction::changed, this, [this, &action] { takeAction(action); });
    connect(this, &KeyButton::clicked, &action, &QAction::trigger);
    setCheckable(action.isCheckable());
    takeAction(action);
}

void KeyButton::takeAction(const QAction &action)
{
    setText(action.iconText());
    setAccessibleName(action.iconText());
    setEnabled(action.isEnabled());
    setVisible(action.isVisible());
    setToolTip(action.toolTip());
    setChecked(action.isChecked());
    setKeyText(action.shortcut().toString(QKeySequence::NativeText));
}

void KeyButton::setKeyText(const QString &key)
{
    m_key = key;
    m_key.replace(QLatin1Char('+'), QLatin1Char(' '));
    setKeyShown(m_isKeyShown);
}

void KeyButton::setKeyShown(bool isShown)
{
    m_isKeyShown = isShown;
    m_keyText = isShown ? m_key : QString();
    updateGeometry();
    update();
}

void KeyButton::setWordless(bool isWordless)
{
    m_isWordless = isWordless;
    updateGeometry();
    update();
}

void KeyButton::setMenuMark(bool hasMark)
{
    m_hasMenuMark = hasMark;
    updateGeometry();
    update();
}

void KeyButton::setLongest(int width)
{
    m_longest = width;
    updateGeometry();
    update();
}

void KeyButton::setPrimary(bool isPrimary)
{
    m_isPrimary = isPrimary;
    update();
}

int KeyButton::textWidth() const
{
    const int width = QFontMetrics(m_theme.font(Theme::Type::Body)).horizontalAdvance(text());
    return m_longest > 0 ? std::min(width, m_longest) : width;
}

int KeyButton::chipWidth() const
{
    if (m_keyText.isEmpty())
        return 0;
    return QFontMetrics(m_theme.font(Theme::Type::Caption)).horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
}

QSize KeyButton::sizeHint() const
{
    int width = 2 * kSpace3 + (m_iconName.isEmpty() ? 0 : kIcon);
    if (!m_isWordless && !text().isEmpty()) {
        width += textWidth() + (m_iconName.isEmpty() ? 0 : kSpace2);
        width += m_keyText.isEmpty() ? 0 : kSpace2 + chipWidth();
        width += m_hasMenuMark ? kSpace2 + kMenuMark : 0;
    }
    return { width, kControl };
}

void KeyButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    QColor ink = isEnabled() ? t.text : t.text3;
    if (m_isPrimary && isEnabled()) {
        drawControlFrame(painter, rect(), t.accent, {});
        ink = t.accentText;
    } else {
        painter.drawPrimitive(QStyle::PE_PanelButtonCommand, option);
    }
    const auto place = [this](QRect rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    int x = kSpace3;
    if (!m_iconName.isEmpty()) {
        const QRect icon = place({ x, (height() - kIcon) / 2, kIcon, kIcon });
        painter.drawPixmap(icon.topLeft(), m_theme.pixmap(m_iconName, kIcon, ink, devicePixelRatioF()));
        x += kIcon + kSpace2;
    }
    if (m_isWordless || text().isEmpty())
        return;
    painter.setFont(m_theme.font(Theme::Type::Body));
    painter.setPen(ink);
    const int words = textWidth();
    const bool isLonger = m_longest > 0 && painter.fontMetrics().horizontalAdvance(text()) > words;
    const QString shown = isLonger ? painter.fontMetrics().elidedText(text(), Qt::ElideRight, words) : text();
    painter.drawText(place({ x, 0, words + 1, height() }), Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     shown);
    if (m_hasMenuMark) {
        const QRect mark = place({ width() - kSpace3 - kMenuMark, (height() - kMenuMark) / 2, kMenuMark, kMenuMark });
        painter.drawPixmap(mark.topLeft(),
                           m_theme.pixmap(QStringLiteral("chevron-down"), kMenuMark, ink, devicePixelRatioF()));
    }
    if (m_keyText.isEmpty())
        return;
    const QRect chip = place({ x + words + kSpace2, (height() - kKeyChipHeight) / 2, chipWidth(), kKeyChipHeight });
    drawKeyChip(painter, chip, m_keyText, m_theme.font(Theme::Type::Caption),
                m_isPrimary && isEnabled() ? ink
                    : isEnabled()          ? t.text2
                                           : t.text3,
                m_isPrimary && isEnabled() ? ink : t.line);
}

void drawKeyChip(QPainter &painter, const QRect &rect, const QString &key, const QFont &font, const QColor &text,
                 const QColor &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadiusChip, kRadiusChip);
    painter.setFont(font);
    painter.setPen(text);
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace relay::gui
