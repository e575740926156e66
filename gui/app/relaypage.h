// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "client/admin/mirror.h"
#include "gui/app/actions.h"
#include "gui/models/livedata.h"
#include "gui/views/linkview.h"
#include "gui/views/sidebarmodel.h"

#include <QMainWindow>
#include <QTimer>

namespace relay::gui {

class Banner;
class Denier;
class FilterBar;
class HeaderBar;
class Kicker;
class Language;
class Memory;
class Menus;
class Sidebar;
struct Start;
class StatusStrip;
class Theme;
class JobStrips;
class UndoStack;
class VitalsRow;
class Workspace;

//! What the window stands on. All of it outlives the window.
struct WindowParts
{
    client::AdminClient &client;
    client::Mirror &mirror;
    Theme &theme;
    Memory &memory;
    Language &language;
    ConnectionModel::Clock clock;
};

/*!
 * The operator's window: one relay, live. Puts the pieces together, carries wishes from one to the other, and shows
 * in every place at once when contact is lost. GUI thread.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowParts &parts);
    ~MainWindow() override;

    void open(const Start &start);
    void setFilter(const QString &text);
    void showView(View view);
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Actions &actions() { return m_actions; }
    [[nodiscard]] LiveData &data() { return m_data; }
    [[nodiscard]] const LinkView &link() const { return m_link; }
    [[nodiscard]] QString bannerHeadline() const; //!< empty: no banner is shown

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void layOut();
    void connectData();
    void connectWishes();
    void connectActions();
    void recall();
    void remember();

    void refreshLink();
    void refreshFigures();
    void refreshNothingYet();
    void selectAwaited();
    void refreshShown();
    void refreshStatus();
    void updatePermissions();
    [[nodiscard]] QString whyNotDeny() const;
    [[nodiscard]] bool canDenyAddresses() const;
    void askWhereItListens();
    void freeze(bool isFrozen);
    void tell(const QString &headline, const QString &rest);
    void inspectSelected();
    void showTheirConnections();
    void filterBySelection(bool byTopic);
    void setRail(bool isRail);
    void chooseTheme(const QString &key);
    void chooseLanguage(const QString &code);
    void focusNextPane();
    void showAbout();
    void retranslate();

    WindowParts m_parts;
    Theme &m_theme;
    LiveData m_data;
    Actions m_actions;
    LinkView m_link;
    QTimer m_second;
    QTimer m_noticeTimer;
    int m_updates = 0; //!< totals that came since the last second
    int m_updatesPerSecond = 0;
    bool m_wantsRail = false;
    quint64 m_awaited = 0; //!< connection to be selected when it comes

    HeaderBar *m_header = nullptr;
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
};

} // namespace relay::gui
