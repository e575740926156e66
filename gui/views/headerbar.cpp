// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/headerbar.h"

#include "gui/views/headerbutton.h"
#include "gui/views/headerfield.h"
#include "gui/views/relaytabs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kMark = 24;
constexpr int kBrandWidth = 103;

} // namespace

HeaderBar::HeaderBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new RelayTabs(theme, this))
    , m_add(new HeaderButton(theme, QStringLiteral("add"), this))
    , m_palette(new HeaderField(theme, this))
    , m_alerts(new HeaderButton(theme, QStringLiteral("alert"), this))
    , m_settings(new HeaderButton(theme, QStringLiteral("settings"), this))
    , m_menu(new HeaderButton(theme, QStringLiteral("menu"), this))
{
    setFixedHeight(kHeader);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0); // margins are not mirrored, spaces are
    row->setSpacing(kSpace1);
    row->addSpacing(kBrandWidth - kSpace1);
    row->addWidget(m_tabs);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_palette);
    row->addSpacing(kSpace2);
    row->addWidget(m_alerts);
    row->addWidget(m_settings);
    row->addWidget(m_menu);
    row->addSpacing(kSpace2 - kSpace1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_alerts, &QToolButton::clicked, this, &HeaderBar::alertsAsked);
    connect(m_tabs, &RelayTabs::chosen, this, &HeaderBar::tabChosen);
    connect(m_tabs, &RelayTabs::tabCloseRequested, this, &HeaderBar::tabCloseAsked);
    retranslate();
}

void HeaderBar::setLinks(const QVector<LinkView> &links, int current)
{
    m_tabs->setLinks(links, current);
}

void HeaderBar::setActions(QAction &palette, QAction &connectTo)
{
    m_palette->follow(palette);
    m_add->follow(connectTo);
}

void HeaderBar::setNarrow(bool isNarrow)
{
    m_palette->setNarrow(isNarrow);
}

void HeaderBar::setAlertCount(int count)
{
    m_alertCount = count;
    m_alerts->setBadge(count);
    const QString name = count == 0 ? tr("No alerts") : tr("%n alert(s)", "Bell in the top bar", count);
    m_alerts->setAccessibleName(name);
    m_alerts->setToolTip(name);
}

void HeaderBar::setSettingsMenu(QMenu *menu)
{
    m_settings->setMenu(menu);
}

void HeaderBar::setMainMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void HeaderBar::retranslate()
{
    m_settings->setToolTip(tr("Theme and language"));
    m_settings->setAccessibleName(tr("Theme and language"));
    setAlertCount(m_alertCount);
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_tabs->setAccessibleDescription(tr("Relays that this window shows"));
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), t.header);
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QRect mark = place({ kSpace3, (kHeader - kMark) / 2, kMark, kMark });
    painter.drawPixmap(mark.topLeft(), m_theme.pixmap(QStringLiteral("relay"), kMark, {}, devicePixelRatioF()));
    painter.setFont(m_theme.boldFont(Theme::Type::Title));
    painter.setPen(t.headerText);
    painter.drawText(place({ kSpace3 + kMark + 10, 0, kBrandWidth - kSpace3 - kMark - 10, kHeader }), Qt::AlignVCenter,
                     QStringLiteral("Relay"));
}

} // namespace relay::gui
