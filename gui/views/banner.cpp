// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/banner.h"

#include "gui/views/keybutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

Banner::Banner(const Theme &theme, const QString &iconName, Tone tone, QAction &wayOut, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_iconName(iconName)
    , m_tone(tone)
    , m_words(new QLabel(this))
    , m_row(new QHBoxLayout(this))
    , m_button(new KeyButton(theme, wayOut.objectName(), this))
{
    setMinimumHeight(kBar);
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->follow(wayOut);
    m_row->setContentsMargins(kSpace3, kSpace2, kSpace3, kSpace2);
    m_row->setSpacing(kSpace2);
    m_row->addSpacing(kSpace4 - kSpace3 + kIcon + kSpace2); // right-to-left mirrors spaces, but no margins
    m_row->addWidget(m_words, 1);
    m_row->addSpacing(kSpace2);
    m_row->addWidget(m_button);
    connect(&theme, &Theme::changed, this, &Banner::takeTheme);
    takeTheme();
}

void Banner::addButton(QAction &action)
{
    auto *button = new KeyButton(m_theme, {}, this);
    button->follow(action);
    m_row->insertWidget(m_row->indexOf(m_button), button);
}

void Banner::takeTheme()
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, m_theme.tokens().text);
    m_words->setPalette(own);
    update();
}

QString Banner::headline() const
{
    return m_headline;
}

void Banner::setWords(const QString &headline, const QString &rest)
{
    if (headline == m_headline && rest == m_rest)
        return;
    m_headline = headline;
    m_rest = rest;
    m_words->setText(QStringLiteral("<b>") + headline.toHtmlEscaped() + QStringLiteral("</b> ") + rest.toHtmlEscaped());
    setAccessibleName(headline + QLatin1Char(' ') + rest);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const bool isWarning = m_tone == Tone::Warning;
    QPainter painter(this);
    painter.fillRect(rect(), isWarning ? t.slowFill : t.accentFill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), { kSpace4, (height() - kIcon) / 2, kIcon, kIcon });
    painter.drawPixmap(icon.topLeft(),
                       m_theme.pixmap(m_iconName, kIcon, isWarning ? t.slow : t.accent, devicePixelRatioF()));
}

} // namespace relay::gui
