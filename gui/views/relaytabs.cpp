// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/relaytabs.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kTabWidth = 196;
constexpr int kTextStart = kSpace3 + kIcon + kSpace2;
constexpr int kUnderline = 3;

} // namespace

RelayTabs::RelayTabs(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    addTab(QString());
    setFocusPolicy(Qt::NoFocus); // one tab: there is nothing to choose
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RelayTabs::setLink(const LinkView &link)
{
    if (link == m_link)
        return;
    m_link = link;
    setTabText(0, link.relayName);
    setTabToolTip(0, link.detail);
    setAccessibleName(
        tr("%1: %2", "Tab of a relay, for screen readers: name and state").arg(link.relayName, link.detail));
    updateGeometry();
    update();
}

QSize RelayTabs::tabSizeHint(int) const
{
    const int name = QFontMetrics(m_theme.boldFont(Theme::Type::Body)).horizontalAdvance(m_link.relayName);
    const int detail = QFontMetrics(m_theme.font(Theme::Type::Caption)).horizontalAdvance(m_link.detail);
    return { std::clamp(kTextStart + std::max(name, detail) + kSpace4, kTabWidth, 2 * kTabWidth), kHeader };
}

void RelayTabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    // The top bar is dark in both themes, so its light marks come from the dark one.
    const Tokens &onDark = darkTokens();
    QPainter painter(this);
    const QRect tab = tabRect(0);
    painter.fillRect(tab, t.headerField);
    painter.fillRect(QRect(tab.left(), 0, 1, tab.height()), t.headerLine);
    painter.fillRect(QRect(tab.right(), 0, 1, tab.height()), t.headerLine);
    painter.fillRect(QRect(tab.left(), tab.bottom() + 1 - kUnderline, tab.width(), kUnderline), onDark.accent);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), tab, rect); };
    const QString iconName = m_link.isLive() ? QStringLiteral("healthy") : QStringLiteral("stale");
    const QRect icon = place({ tab.left() + kSpace3, (kHeader - kIcon) / 2, kIcon, kIcon });
    painter.drawPixmap(
        icon.topLeft(),
        m_theme.pixmap(iconName, kIcon, m_link.isLive() ? onDark.healthy : t.headerText, devicePixelRatioF()));
    painter.setLayoutDirection(layoutDirection());
    const int width = tab.width() - kTextStart - kSpace2;
    painter.setFont(m_theme.boldFont(Theme::Type::Body));
    painter.setPen(t.headerText);
    painter.drawText(place({ tab.left() + kTextStart, 5, width, 18 }), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_link.relayName, Qt::ElideRight, width));
    painter.setFont(m_theme.font(Theme::Type::Caption));
    painter.setPen(t.headerDim);
    painter.drawText(place({ tab.left() + kTextStart, 23, width, 14 }), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_link.detail, Qt::ElideRight, width));
}

} // namespace relay::gui
