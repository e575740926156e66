// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/relaytabs.h"

#include "gui/theme/style.h"
#include "gui/views/headerbutton.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kTabWidth = 196;
constexpr int kLeastTab = 140; // when there are many
constexpr int kTextStart = kSpace3 + kIcon + kSpace2;
constexpr int kUnderline = 3;
constexpr int kClose = 20;

} // namespace

RelayTabs::RelayTabs(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_isTaking)
            Q_EMIT chosen(index);
    });
}

void RelayTabs::setLinks(const QVector<LinkView> &links, int current)
{
    if (links == m_links && current == currentIndex())
        return;
    const QScopedValueRollback<bool> taking(m_isTaking, true);
    m_links = links;
    takeCount();
    for (int i = 0; i < count(); ++i) {
        setTabText(i, links.at(i).relayName);
        setTabToolTip(i, links.at(i).relayName + QStringLiteral(": ") + links.at(i).detail);
    }
    setCurrentIndex(current);
    nameTabs();
    updateGeometry();
    update();
}

void RelayTabs::takeCount()
{
    while (count() > m_links.size())
        removeTab(count() - 1);
    while (count() < m_links.size())
        addTab(QString());
    const bool hasChoice = count() > 1;
    setFocusPolicy(hasChoice ? Qt::TabFocus : Qt::NoFocus); // one tab: there is nothing to choose
    for (int i = 0; i < count(); ++i) {
        QWidget *close = tabButton(i, RightSide);
        if (hasChoice && close == nullptr) {
            auto *button = new HeaderButton(m_theme, QStringLiteral("close"), this);
            button->setFixedSize(kClose, kClose);
            button->setFocusPolicy(Qt::NoFocus); // Ctrl+W
            connect(button, &QToolButton::clicked, this, [this, button] {
                for (int tab = 0; tab < count(); ++tab)
                    if (tabButton(tab, RightSide) == button)
                        Q_EMIT tabCloseRequested(tab);
            });
            setTabButton(i, RightSide, button);
        } else if (!hasChoice && close != nullptr) {
            setTabButton(i, RightSide, nullptr);
            close->deleteLater();
        }
    }
}

void RelayTabs::nameTabs()
{
    const LinkView link = m_links.value(currentIndex());
    setAccessibleName(
        tr("%1: %2", "Tab of a relay, for screen readers: name and state").arg(link.relayName, link.detail));
    for (int i = 0; i < count(); ++i) {
        if (QWidget *close = tabButton(i, RightSide)) {
            //: relay
            const QString name = tr("Close %1").arg(m_links.value(i).relayName);
            close->setAccessibleName(name);
            close->setToolTip(name);
        }
    }
}

QSize RelayTabs::tabSizeHint(int index) const
{
    const LinkView link = m_links.value(index);
    const int name = QFontMetrics(m_theme.boldFont(Theme::Type::Body)).horizontalAdvance(link.relayName);
    const int detail = QFontMetrics(m_theme.font(Theme::Type::Caption)).horizontalAdvance(link.detail);
    const int close = count() > 1 ? kClose + kSpace2 : 0;
    return { std::clamp(kTextStart + std::max(name, detail) + kSpace4 + close, kTabWidth, 2 * kTabWidth), kHeader };
}

QSize RelayTabs::minimumTabSizeHint(int index) const
{
    return { count() > 1 ? kLeastTab : tabSizeHint(index).width(), kHeader };
}

void RelayTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameTabs();
    QTabBar::changeEvent(event);
}

void RelayTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && tab >= 0 && count() > 1)
        Q_EMIT tabCloseRequested(tab);
    else
        QTabBar::mouseReleaseEvent(event);
}

void RelayTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    for (int i = 0; i < count(); ++i)
        drawTab(painter, i);
}

void RelayTabs::drawTab(QPainter &painter, int index) const
{
    const Tokens &t = m_theme.tokens();
    // The top bar is dark in both themes, so its light marks come from the dark one.
    const Tokens &onDark = darkTokens();
    const LinkView &link = m_links.at(index);
    const bool isCurrent = index == currentIndex();
    const QRect tab = tabRect(index);
    if (isCurrent)
        painter.fillRect(tab, t.headerField);
    painter.fillRect(QRect(tab.left(), 0, 1, tab.height()), t.headerLine);
    painter.fillRect(QRect(tab.right(), 0, 1, tab.height()), t.headerLine);
    if (isCurrent)
        painter.fillRect(QRect(tab.left(), tab.bottom() + 1 - kUnderline, tab.width(), kUnderline), onDark.accent);
    if (isCurrent && hasFocus())
        drawControlFrame(painter, tab.adjusted(2, 2, -2, -kUnderline - 1), {}, onDark.accent, 2);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), tab, rect); };
    const QString iconName = link.isLive() ? QStringLiteral("healthy") : QStringLiteral("stale");
    const QRect icon = place({ tab.left() + kSpace3, (kHeader - kIcon) / 2, kIcon, kIcon });
    painter.drawPixmap(
        icon.topLeft(),
        m_theme.pixmap(iconName, kIcon, link.isLive() ? onDark.healthy : t.headerText, devicePixelRatioF()));
    const int width = tab.width() - kTextStart - kSpace2 - (count() > 1 ? kClose + kSpace2 : 0);
    painter.setFont(isCurrent ? m_theme.boldFont(Theme::Type::Body) : m_theme.font(Theme::Type::Body));
    painter.setPen(isCurrent ? t.headerText : t.headerDim);
    painter.drawText(place({ tab.left() + kTextStart, 5, width, 18 }), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(link.relayName, Qt::ElideRight, width));
    painter.setFont(m_theme.font(Theme::Type::Caption));
    painter.setPen(t.headerDim);
    painter.drawText(place({ tab.left() + kTextStart, 23, width, 14 }), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(link.detail, Qt::ElideRight, width));
}

} // namespace relay::gui
