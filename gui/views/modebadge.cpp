// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/modebadge.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kHeight = 20;
constexpr int kGap = 6; // between icon and words

} // namespace

ModeBadge::ModeBadge(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ModeBadge::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    setVisible(mode != Mode::Unknown);
    retranslate();
}

void ModeBadge::setStale(bool isStale)
{
    m_isStale = isStale;
    update();
}

QString ModeBadge::text() const
{
    switch (m_mode) {
    case Mode::Open: return tr("open: anybody may connect", "Mode of the relay");
    case Mode::Secured: return tr("secured", "Mode of the relay");
    case Mode::Unknown: break;
    }
    return {};
}

void ModeBadge::retranslate()
{
    setAccessibleName(text());
    setToolTip(m_mode == Mode::Open ? tr("This relay has no secret: whoever reaches it may read and write every topic.")
                                    : tr("This relay lets in only those who have a token."));
    updateGeometry();
    update();
}

QSize ModeBadge::sizeHint() const
{
    const int words = QFontMetrics(m_theme.font(Theme::Type::Small)).horizontalAdvance(text());
    return { kSpace2 + kIcon + kGap + words + 1 + kSpace2, kHeight };
}

void ModeBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ModeBadge::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const bool isWarning = m_mode == Mode::Open && !m_isStale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    if (isWarning) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.slowFill);
        painter.drawRoundedRect(rect(), kRadiusChip, kRadiusChip);
    }
    const QColor color = m_isStale ? t.text3 : isWarning ? t.slow : t.text2;
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QString icon = m_mode == Mode::Open ? QStringLiteral("lock-open") : QStringLiteral("lock");
    painter.drawPixmap(place({ kSpace2, (height() - kIcon) / 2, kIcon, kIcon }).topLeft(),
                       m_theme.pixmap(icon, kIcon, color, devicePixelRatioF()));
    const int from = kSpace2 + kIcon + kGap;
    painter.setFont(m_theme.font(Theme::Type::Small));
    painter.setPen(color);
    painter.drawText(place({ from, 0, width() - from, height() }), Qt::AlignVCenter, text());
}

} // namespace relay::gui
