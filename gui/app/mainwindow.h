// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/lookmenus.h"
#include "gui/app/relay.h"
#include "gui/app/relaypage.h"
#include "gui/app/windowactions.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QStackedWidget;

namespace relay::gui {

class HeaderBar;
class Tray;

/*!
 * The operator's window: the top bar with a tab for each relay, and below it the page of the one that is chosen. All
 * pages are live at once. GUI thread.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    //! With one relay, whose client and mirror live outside and are connected by whoever has them.
    explicit MainWindow(const WindowParts &first);
    ~MainWindow() override;

    //! Shows the tab of this relay; if it has none yet it gets one, and is connected to.
    RelayPage &openPlace(const Place &place);
    void closeTab(int index); //!< not the last one
    void showTab(int index);
    [[nodiscard]] int count() const { return int(m_tabs.size()); }
    [[nodiscard]] RelayPage &pageAt(int index) { return *m_tabs.at(size_t(index)).page; }
    [[nodiscard]] RelayPage &page(); //!< the one that is shown
    void askForRelay();              //!< the connect dialog
    void openPalette();

    //! Of the page that is shown.
    void open(const Start &start) { page().open(start); }
    void setFilter(const QString &text) { page().setFilter(text); }
    void showView(View view) { page().showView(view); }
    [[nodiscard]] Workspace &workspace() { return page().workspace(); }
    [[nodiscard]] Actions &actions() { return page().actions(); }
    [[nodiscard]] LiveData &data() { return page().data(); }
    [[nodiscard]] const LinkView &link() { return page().link(); }
    [[nodiscard]] QString bannerHeadline() { return page().bannerHeadline(); }
    [[nodiscard]] WindowActions &windowActions() { return m_actions; }
    [[nodiscard]] LookMenus &look() { return m_look; }
    [[nodiscard]] Tray &tray() { return *m_tray; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    //! The page goes before the relay that it shows.
    struct Tab
    {
        std::unique_ptr<Relay> relay; //!< null: lives outside
        RelayPage *page = nullptr;
    };

    void build();
    void connectActions();
    RelayPage &addPage(const WindowParts &parts, std::unique_ptr<Relay> relay);
    void takeTab(int index);
    void step(int by);
    void refreshTabs();
    void showAlerts(); //!< of the tab that is shown if it has any, else of the first that has
    void chooseTheme(const QString &key);
    void chooseLanguage(const QString &code);
    void maskAddresses(bool isMasked);
    void showAbout();
    void retranslate();

    Theme &m_theme;
    Memory &m_memory;
    Language &m_language;
    ConnectionModel::Clock m_clock;
    WindowActions m_actions;
    LookMenus m_look;
    HeaderBar *m_header = nullptr;
    Tray *m_tray = nullptr;
    QStackedWidget *m_pages = nullptr;
    std::vector<Tab> m_tabs;
};

} // namespace relay::gui
