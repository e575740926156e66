// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include "gui/theme/tintedicon.h"

#include <QGuiApplication>

namespace relay::gui {

namespace {

int pixelSize(Theme::Type type)
{
    switch (type) {
    case Theme::Type::Caption: return 11;
    case Theme::Type::Small: return 12;
    case Theme::Type::Body: return 13;
    case Theme::Type::Title: return 15;
    case Theme::Type::Figure: return 20;
    }
    return 13;
}

QFont makeFont(const QStringList &families, Theme::Type type)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixelSize(type));
    font.setWeight(type == Theme::Type::Figure ? QFont::Bold : QFont::Normal);
    return font;
}

void setTextRoles(QPalette &palette, const Tokens &tokens)
{
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                             QPalette::BrightText })
        palette.setColor(role, tokens.text);
    palette.setColor(QPalette::ToolTipText, tokens.headerText);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, tokens.text3);
    palette.setColor(QPalette::PlaceholderText, tokens.text3);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_isSystemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
}

void Theme::setMode(Mode mode)
{
    const bool wasDark = isDark();
    m_mode = mode;
    if (wasDark != isDark())
        Q_EMIT changed();
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_isSystemDark);
}

const Tokens &Theme::tokens() const
{
    return isDark() ? darkTokens() : lightTokens();
}

QPalette Theme::palette() const
{
    const Tokens &t = tokens();
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::AlternateBase, t.panel);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::Base, t.base);
    palette.setColor(QPalette::ToolTipBase, t.header);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.lineStrong);
    palette.setColor(QPalette::Shadow, t.lineStrong);
    palette.setColor(QPalette::Midlight, t.grid);
    palette.setColor(QPalette::Light, t.base);
    palette.setColor(QPalette::Highlight, t.accentFill);
    setTextRoles(palette, t);
    return palette;
}

QFont Theme::font(Type type) const
{
    return makeFont({ QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"), QStringLiteral("DejaVu Sans") },
                    type);
}

QFont Theme::boldFont(Type type) const
{
    QFont bold = font(type);
    bold.setWeight(QFont::Bold);
    return bold;
}

QFont Theme::monoFont(Type type) const
{
    QFont mono = makeFont({ QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono") }, type);
    mono.setStyleHint(QFont::Monospace);
    return mono;
}

QIcon Theme::icon(const QString &name, const QColor &color) const
{
    return QIcon(new TintedIconEngine(name, color, tokens().text3));
}

QPixmap Theme::pixmap(const QString &name, int px, const QColor &color, qreal dpr) const
{
    QPixmap drawn = tintedPixmap(name, qRound(px * dpr), color);
    drawn.setDevicePixelRatio(dpr);
    return drawn;
}

} // namespace relay::gui
