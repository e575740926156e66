// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/mainwindow.h"

#include "common/admin/socketpath.h"
#include "gui/app/language.h"
#include "gui/app/memory.h"
#include "gui/app/menus.h"
#include "gui/app/palettesource.h"
#include "gui/app/tray.h"
#include "gui/app/workspace.h"
#include "gui/dialogs/connectdialog.h"
#include "gui/models/addresses.h"
#include "gui/palette/commandpalette.h"
#include "gui/views/headerbar.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relay::gui {

namespace {

constexpr QSize kFirstSize { 1440, 900 };
constexpr QSize kSmallest { 1024, 640 };

} // namespace

MainWindow::MainWindow(const WindowParts &first)
    : m_theme(first.theme)
    , m_memory(first.memory)
    , m_language(first.language)
    , m_clock(first.clock)
    , m_actions(first.theme)
{
    setMinimumSize(kSmallest);
    resize(kFirstSize);
    build();
    connectActions();
    addPage(first, nullptr);
    takeTab(0);
    restoreGeometry(m_memory.geometry());
    m_actions.sidebar.setChecked(m_memory.isRail());
    addresses::setMasked(m_memory.masksAddresses());
    m_actions.maskAddresses.setChecked(m_memory.masksAddresses());
    const QStringList keys { QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark") };
    m_look.setTheme(keys.at(static_cast<int>(m_theme.mode())));
    retranslate();
}

MainWindow::~MainWindow()
{
    hide(); // as long as it is whole: its parts tell it when they are hidden
    for (Tab &tab : m_tabs)
        delete std::exchange(tab.page, nullptr);
}

void MainWindow::build()
{
    auto *centre = new QWidget(this);
    m_header = new HeaderBar(m_theme, centre);
    m_pages = new QStackedWidget(centre);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    menuBar()->hide();
    m_look.settings().addAction(&m_actions.maskAddresses);
    m_header->setSettingsMenu(&m_look.settings());
    m_header->setActions(m_actions.palette, m_actions.connectTo);
    m_tray = new Tray(m_theme, m_actions, *this);
}

void MainWindow::connectActions()
{
    connect(&m_actions.sidebar, &QAction::toggled, this, [this](bool isOn) {
        for (const Tab &tab : m_tabs)
            tab.page->setRail(isOn);
    });
    connect(&m_actions.menuBar, &QAction::toggled, menuBar(), &QWidget::setVisible);
    connect(&m_actions.maskAddresses, &QAction::toggled, this, &MainWindow::maskAddresses);
    connect(&m_actions.palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(&m_actions.connectTo, &QAction::triggered, this, &MainWindow::askForRelay);
    connect(&m_actions.nextRelay, &QAction::triggered, this, [this] { step(1); });
    connect(&m_actions.previousRelay, &QAction::triggered, this, [this] { step(-1); });
    connect(&m_actions.closeRelay, &QAction::triggered, this, [this] { closeTab(m_pages->currentIndex()); });
    connect(&m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_header, &HeaderBar::alertsAsked, this, &MainWindow::showAlerts);
    connect(m_header, &HeaderBar::tabChosen, this, &MainWindow::showTab);
    connect(m_header, &HeaderBar::tabCloseAsked, this, &MainWindow::closeTab);
    connect(&m_look, &LookMenus::themeChosen, this, &MainWindow::chooseTheme);
    connect(&m_look, &LookMenus::languageChosen, this, &MainWindow::chooseLanguage);
    addActions(m_actions.all());
}

RelayPage &MainWindow::addPage(const WindowParts &parts, std::unique_ptr<Relay> relay)
{
    auto *page = new RelayPage(parts, m_actions, m_look, this);
    m_tabs.push_back({ std::move(relay), page });
    m_pages->addWidget(page);
    page->setRail(m_actions.sidebar.isChecked());
    connect(page, &RelayPage::linkChanged, this, &MainWindow::refreshTabs);
    connect(page, &RelayPage::alertCountChanged, this, &MainWindow::refreshTabs);
    return *page;
}

RelayPage &MainWindow::openPlace(const Place &place)
{
    for (int i = 0; i < count(); ++i) {
        if (pageAt(i).parts().place == place) {
            showTab(i);
            return pageAt(i);
        }
    }
    auto relay = std::make_unique<Relay>(place);
    Relay &opened = *relay;
    RelayPage &page
        = addPage({ opened.client(), opened.mirror(), m_theme, m_memory, m_language, m_clock, place, opened.ssh() },
                  std::move(relay));
    showTab(count() - 1);
    opened.connectToIt();
    return page;
}

void MainWindow::askForRelay()
{
    auto *dialog = new dialogs::ConnectDialog(admin::findSockets(admin::SocketEnvironment::ofProcess()),
                                              m_memory.knownPlaces(), m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Place place = dialog->place();
        m_memory.addKnownPlace(place);
        openPlace(place);
    });
    dialog->open();
}

void MainWindow::openPalette()
{
    auto *palette = new CommandPalette(
        [source = PaletteSource(*this)](const QString &query) { return source.find(query); }, m_theme, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

RelayPage &MainWindow::page()
{
    return pageAt(std::max(0, m_pages->currentIndex()));
}

void MainWindow::showTab(int index)
{
    if (index < 0 || index >= count() || index == m_pages->currentIndex())
        return;
    m_pages->setCurrentIndex(index);
    takeTab(index);
    page().workspace().focusTable();
}

void MainWindow::takeTab(int index)
{
    Menus &menus = pageAt(index).menus();
    menus.showIn(*menuBar());
    m_header->setMainMenu(&menus.main());
    refreshTabs();
}

void MainWindow::step(int by)
{
    showTab((m_pages->currentIndex() + by + count()) % count());
}

void MainWindow::closeTab(int index)
{
    if (count() == 1 || index < 0 || index >= count())
        return;
    const bool wasShown = index == m_pages->currentIndex();
    if (wasShown)
        showTab(index + 1 < count() ? index + 1 : index - 1);
    Tab gone = std::move(m_tabs.at(size_t(index)));
    m_tabs.erase(m_tabs.begin() + index);
    gone.page->parts().client.disconnectFromServer();
    gone.page->remember();
    delete gone.page;
    refreshTabs();
}

void MainWindow::showAlerts()
{
    const auto hasAlerts = [](const Tab &tab) { return tab.page->alertCount() > 0; };
    const auto first = std::find_if(m_tabs.begin(), m_tabs.end(), hasAlerts);
    if (page().alertCount() == 0 && first != m_tabs.end())
        showTab(int(first - m_tabs.begin()));
    page().showAlerts();
}

void MainWindow::refreshTabs()
{
    QVector<LinkView> links;
    for (const Tab &tab : m_tabs)
        links.append(tab.page->link());
    m_header->setLinks(links, m_pages->currentIndex());
    Attention attention;
    for (const Tab &tab : m_tabs) {
        attention.alerts += tab.page->alertCount();
        attention.lostRelays += tab.page->link().state == LinkView::State::Stale ? 1 : 0;
    }
    m_tray->setAttention(attention);
    m_header->setAlertCount(attention.alerts);
    for (QAction *action : { &m_actions.closeRelay, &m_actions.nextRelay, &m_actions.previousRelay })
        action->setEnabled(count() > 1);
}

void MainWindow::chooseTheme(const QString &key)
{
    const Theme::Mode mode = key == QLatin1String("light") ? Theme::Mode::Light
        : key == QLatin1String("dark")                     ? Theme::Mode::Dark
                                                           : Theme::Mode::System;
    m_memory.setTheme(mode);
    m_theme.setMode(mode);
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_memory.setLanguage(code);
    m_language.apply(code);
}

void MainWindow::maskAddresses(bool isMasked)
{
    m_memory.setMasksAddresses(isMasked);
    addresses::setMasked(isMasked);
    QEvent everyText(QEvent::LanguageChange); // all of them are written anew, in open dialogs too
    QCoreApplication::sendEvent(this, &everyText);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Relay"),
        tr("Relay %1\n\nA websocket relay for remote laboratories: one sends, many see.\nFree software under the GNU General Public License, version 3 or later.")
            .arg(QStringLiteral(RELAY_VERSION)),
        QMessageBox::Close, this);
    box->setIconPixmap(m_theme.pixmap(QStringLiteral("relay"), 48, {}, devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_look.retranslate();
    m_tray->retranslate();
    m_look.setLanguage(m_language.current());
    setWindowTitle(tr("Relay", "Title of the window"));
    refreshTabs();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_memory.setGeometry(saveGeometry());
    m_memory.setRail(m_actions.sidebar.isChecked());
    QVector<Place> places;
    for (const Tab &tab : m_tabs)
        places.append(tab.page->parts().place);
    m_memory.setOpenPlaces(places);
    page().remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_header->setNarrow(width() < metric::kNarrow);
}

} // namespace relay::gui
