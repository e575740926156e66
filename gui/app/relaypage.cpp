// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/relaypage.h"

#include "gui/app/denier.h"
#include "gui/app/guarddesk.h"
#include "gui/app/kicker.h"
#include "gui/app/memory.h"
#include "gui/app/menus.h"
#include "gui/app/tapdesk.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/models/format.h"
#include "gui/views/banner.h"
#include "gui/views/connectiontable.h"
#include "gui/views/filterbar.h"
#include "gui/views/jobstrips.h"
#include "gui/views/sidebar.h"
#include "gui/views/statusstrip.h"
#include "gui/views/topictable.h"
#include "gui/views/undostack.h"
#include "gui/views/vitalsrow.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace relay::gui {

using namespace metric;
using namespace std::chrono_literals;

namespace {

constexpr auto kNoticeStays = 8s;

} // namespace

RelayPage::RelayPage(const WindowParts &parts, WindowActions &windowActions, LookMenus &look, QWidget *window)
    : QWidget(window)
    , m_parts(parts)
    , m_windowActions(windowActions)
    , m_look(look)
    , m_window(window)
    , m_theme(parts.theme)
    , m_data(parts.mirror, parts.clock)
    , m_actions(parts.theme)
{
    build();
    layOut();
    connectData();
    connectWishes();
    connectActions();
    recall();
    retranslate();
    refreshFigures();
    m_second.setInterval(1s);
    m_second.start();
    showView(View::Connections);
}

RelayPage::~RelayPage()
{
    hide(); // as long as it is whole: its parts tell it when they are hidden
}

void RelayPage::build()
{
    m_sidebar = new Sidebar(m_theme, this);
    m_linkBanner = new Banner(m_theme, QStringLiteral("stale"), Banner::Tone::Warning, m_actions.tryNow, this);
    m_linkBanner->addButton(m_actions.showSsh);
    m_frozenBanner = new Banner(m_theme, QStringLiteral("freeze"), Banner::Tone::Note, m_actions.thaw, this);
    m_notice = new Banner(m_theme, QStringLiteral("kick"), Banner::Tone::Note, m_actions.dismiss, this);
    m_vitals = new VitalsRow(m_theme, this);
    m_filterBar = new FilterBar(m_theme, m_actions.freeze, this);
    m_workspace = new Workspace(m_parts.mirror, m_data, m_actions, m_theme, this);
    m_status = new StatusStrip(m_theme, this);
    m_menus = new Menus(m_actions, m_windowActions, m_look, *m_workspace, this);
    m_denier = new Denier(m_parts.client, this);
    m_jobWatch = new client::JobWatch(m_parts.client, this);
    m_kicker = new Kicker({ m_parts.client, m_parts.mirror, m_data.connections(), *m_jobWatch, *m_denier, m_theme },
                          m_window);
    m_kicker->setParent(this); // it goes with the page, its dialogs stand over the window
    m_undo = new UndoStack(m_theme, m_actions.undoDeny, this);
    m_jobs = new JobStrips(*m_jobWatch, m_theme, this);
    m_taps = new TapDesk({ m_parts.client, m_parts.mirror, *m_workspace, *m_status, m_theme }, this);
    m_desk = new ViewDesk({ m_parts.client, m_parts.mirror, *m_workspace, *m_sidebar, *m_filterBar, m_actions, m_theme,
                            m_parts.memory, m_parts.clock },
                          this);
    m_guard = new GuardDesk({ m_parts.client, m_parts.mirror, *m_workspace, m_sidebar->entries(), *m_denier, *m_undo,
                              m_actions, m_theme, m_parts.clock },
                            m_window, this);
    for (Banner *banner : { m_linkBanner, m_frozenBanner, m_notice })
        banner->hide();
    m_filterBar->setColumnsMenu(&m_menus->columns());
}

void RelayPage::layOut()
{
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    for (QWidget *part :
         std::initializer_list<QWidget *> { m_linkBanner, m_vitals, m_filterBar, m_frozenBanner, m_notice })
        content->addWidget(part);
    content->addWidget(m_workspace, 1);
    content->addWidget(m_jobs);
    content->addWidget(m_undo);
    auto *line = new QWidget(this);
    line->setFixedWidth(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidebar);
    middle->addWidget(line);
    middle->addLayout(content, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
}

void RelayPage::recall()
{
    m_workspace->connectionTable().restoreColumns(m_parts.memory.connectionColumns());
    m_workspace->topicTable().restoreColumns(m_parts.memory.topicColumns());
    m_desk->recall();
}

void RelayPage::remember()
{
    m_parts.memory.setConnectionColumns(m_workspace->connectionTable().saveColumns());
    m_parts.memory.setTopicColumns(m_workspace->topicTable().saveColumns());
    m_desk->remember();
}

void RelayPage::freeze(bool isFrozen)
{
    m_frozenBanner->setWords(tr("Frozen at %1.", "Strip of the frozen view").arg(format::clock(m_parts.clock())), {});
    m_data.setFrozen(isFrozen);
    m_workspace->setFrozen(isFrozen);
    m_desk->setFrozen(isFrozen);
    m_actions.retranslate(); // the button says what it is
}

void RelayPage::tell(const QString &headline, const QString &rest)
{
    m_notice->setWords(headline, rest);
    m_notice->show();
    m_noticeTimer.start(kNoticeStays);
}

void RelayPage::setAlertCount(int count)
{
    if (std::exchange(m_alertCount, count) != count)
        Q_EMIT alertCountChanged();
}

QString RelayPage::bannerHeadline() const
{
    return m_linkBanner->isHidden() ? QString() : m_linkBanner->headline();
}

void RelayPage::retranslate()
{
    m_actions.retranslate();
    m_menus->retranslate();
    m_data.connections().retranslate();
    m_data.topics().retranslate();
    m_taps->retranslate();
    m_desk->retranslate();
    m_guard->retranslate();
    refreshLink();
}

void RelayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RelayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_filterBar->setNarrow(width() < kNarrow);
    arrangeSidebar();
}

void RelayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->hide();
    else if (event->key() == Qt::Key_Escape && m_jobs->stopNewest())
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

} // namespace relay::gui
