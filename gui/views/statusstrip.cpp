// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/statusstrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tapIcon(new QLabel(this))
    , m_taps(new QLabel(this))
    , m_mode(new ModeBadge(theme, this))
    , m_row(new QHBoxLayout(this))
    , m_endSpace(new QSpacerItem(kSpace3, 0))
{
    setFixedHeight(kStatusBar);
    m_row->setContentsMargins(0, 1, 0, 0); // margins are not mirrored, spaces are
    m_row->addStretch(1);
    m_row->addWidget(m_tapIcon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_taps, 0, Qt::AlignVCenter);
    m_row->addWidget(m_mode, 0, Qt::AlignVCenter);
    m_row->addSpacerItem(m_endSpace);
    m_taps->setTextFormat(Qt::PlainText);
    setTaps({}, {});
    connect(&theme, &Theme::changed, this, &StatusStrip::takeTheme);
    takeTheme();
}

void StatusStrip::takeTheme()
{
    const Tokens &t = m_theme.tokens();
    m_tapIcon->setPixmap(m_theme.pixmap(QStringLiteral("tap"), kIcon, t.slow, devicePixelRatioF()));
    m_taps->setFont(m_theme.font(Theme::Type::Small));
    QPalette palette = m_taps->palette();
    palette.setColor(QPalette::WindowText, t.text2);
    m_taps->setForegroundRole(QPalette::WindowText);
    m_taps->setPalette(palette);
    update();
}

void StatusStrip::setTaps(const QString &text, const QString &toolTip)
{
    m_taps->setText(text);
    m_taps->setToolTip(toolTip);
    m_tapIcon->setVisible(!text.isEmpty());
    m_taps->setVisible(!text.isEmpty());
    update();
}

QString StatusStrip::taps() const
{
    return m_taps->text();
}

void StatusStrip::showParts(bool isLive, const QStringList &parts, const QString &end)
{
    if (isLive == m_isLive && parts == m_parts && end == m_end)
        return;
    m_isLive = isLive;
    m_parts = parts;
    m_end = end;
    m_endSpace->changeSize(kSpace3 + endWidth() + (end.isEmpty() ? 0 : kSpace3), 0);
    m_row->invalidate();
    setAccessibleName(parts.join(QStringLiteral(", ")) + QStringLiteral(", ") + end);
    update();
}

int StatusStrip::endWidth() const
{
    return QFontMetrics(m_theme.font(Theme::Type::Small)).horizontalAdvance(m_end);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    painter.setFont(m_theme.font(Theme::Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(t.text2);
    painter.drawText(place({ width() - kSpace3 - endWidth(), 1, endWidth() + 1, height() - 1 }), Qt::AlignVCenter,
                     m_end);

    int x = kSpace4;
    const QRect icon = place({ x, (height() - kIcon) / 2 + 1, kIcon, kIcon });
    painter.drawPixmap(icon.topLeft(),
                       m_theme.pixmap(m_isLive ? QStringLiteral("healthy") : QStringLiteral("stale"), kIcon,
                                      m_isLive ? t.healthy : t.stale, devicePixelRatioF()));
    x += kIcon + kSpace1 + 2;
    const int taps = m_taps->isHidden() ? 0 : m_taps->sizeHint().width() + kIcon + 2 * kSpace2;
    const int badge = taps + (m_mode->isHidden() ? 0 : m_mode->sizeHint().width() + kSpace3);
    const int limit = width() - kSpace3 - endWidth() - badge - kSpace4;
    for (const QString &part : std::as_const(m_parts)) {
        const int wanted = metrics.horizontalAdvance(part);
        if (x + wanted > limit)
            return; // the later ones are the less important
        painter.setPen(t.text2);
        painter.drawText(place({ x, 1, wanted + 1, height() - 1 }), Qt::AlignVCenter, part);
        x += wanted + kSpace3;
        if (&part != &m_parts.constLast())
            painter.fillRect(place({ x, 6, 1, height() - 11 }), t.line);
        x += kSpace3 + 1;
    }
}

} // namespace relay::gui
