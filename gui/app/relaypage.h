// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "gui/app/actions.h"
#include "gui/app/windowparts.h"
#include "gui/models/livedata.h"
#include "gui/views/linkview.h"
#include "gui/views/sidebarmodel.h"

#include <QTimer>
#include <QWidget>

namespace relay::gui {

class Banner;
class Denier;
class FilterBar;
class Kicker;
class LookMenus;
class Menus;
class Sidebar;
struct Start;
class StatusStrip;
class JobStrips;
class TapDesk;
class UndoStack;
class GuardDesk;
class ViewDesk;
class VitalsRow;
class WindowActions;
class Workspace;

/*!
 * One relay, live: everything below the top bar. Puts the pieces together, carries wishes from one to the other, and
 * shows in every place at once when contact is lost. GUI thread.
 */
class RelayPage : public QWidget
{
    Q_OBJECT
public:
    RelayPage(const WindowParts &parts, WindowActions &windowActions, LookMenus &look, QWidget *window);
    ~RelayPage() override;

    void open(const Start &start);
    void setFilter(const QString &text);
    void showView(View view);
    void setRail(bool isRail); //!< the sidebar as narrow icons
    void remember();           //!< what the next run finds again: columns
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Actions &actions() { return m_actions; }
    [[nodiscard]] Menus &menus() { return *m_menus; }
    [[nodiscard]] TapDesk &taps() { return *m_taps; }
    [[nodiscard]] LiveData &data() { return m_data; }
    [[nodiscard]] const WindowParts &parts() const { return m_parts; }
    [[nodiscard]] ViewDesk &desk() { return *m_desk; }
    [[nodiscard]] const LinkView &link() const { return m_link; }
    [[nodiscard]] QString bannerHeadline() const; //!< empty: no banner is shown
    void goToTopic(const QString &id);
    void goToConnection(quint64 id);
    void kickMatching(const QString &filter); //!< asks first
    [[nodiscard]] QString whyNotKick() const; //!< no contact or no right to; empty: possible
    void showAlerts();
    void setAlertCount(int count); //!< alerts of this relay that are active now
    [[nodiscard]] int alertCount() const { return m_alertCount; }

Q_SIGNALS:
    void linkChanged();
    void alertCountChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void layOut();
    void connectData();
    void connectWishes();
    void connectActions();
    void recall();

    void refreshLink();
    void refreshFigures();
    void refreshNothingYet();
    void selectAwaited();
    void refreshShown();
    void refreshStatus();
    void updatePermissions();
    [[nodiscard]] QString whyNotByRole() const;
    [[nodiscard]] QString whyNotDeny() const;
    [[nodiscard]] bool canDenyAddresses() const;
    void askWhereItListens();
    void freeze(bool isFrozen);
    void tell(const QString &headline, const QString &rest);
    void inspectSelected();
    void showTheirConnections();
    void filterBySelection(bool byTopic);
    void arrangeSidebar();
    void showWhatSshSays();
    void focusNextPane();
    void retranslate();

    WindowParts m_parts;
    WindowActions &m_windowActions;
    LookMenus &m_look;
    QWidget *m_window;
    Theme &m_theme;
    LiveData m_data;
    Actions m_actions;
    LinkView m_link;
    QTimer m_second;
    QTimer m_noticeTimer;
    int m_updates = 0; //!< totals that came since the last second
    int m_updatesPerSecond = 0;
    bool m_wantsRail = false;
    int m_alertCount = 0;
    quint64 m_awaited = 0; //!< connection to be selected when it comes

    Sidebar *m_sidebar = nullptr;
    Banner *m_linkBanner = nullptr;
    Banner *m_frozenBanner = nullptr;
    Banner *m_notice = nullptr;
    VitalsRow *m_vitals = nullptr;
    FilterBar *m_filterBar = nullptr;
    Workspace *m_workspace = nullptr;
    StatusStrip *m_status = nullptr;
    Menus *m_menus = nullptr;
    Kicker *m_kicker = nullptr;
    Denier *m_denier = nullptr;
    UndoStack *m_undo = nullptr;
    client::JobWatch *m_jobWatch = nullptr;
    JobStrips *m_jobs = nullptr;
    TapDesk *m_taps = nullptr;
    ViewDesk *m_desk = nullptr;
    GuardDesk *m_guard = nullptr;
};

} // namespace relay::gui
