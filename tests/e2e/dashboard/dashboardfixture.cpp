// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/dashboardfixture.h"

#include "client/admin/localtransport.h"
#include "gui/theme/style.h"
#include "tests/e2e/dashboard/peer.h"

#include <QApplication>
#include <QDateTime>
#include <QTest>

#include <chrono>

namespace relay::tests {

using namespace gui;
using namespace std::chrono_literals;

void DashboardFixture::dress()
{
    static const Theme themeOfStyle;
    QApplication::setStyle(new Style(themeOfStyle));
}

void DashboardFixture::startRelayd(const QStringList &arguments)
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_relayd = std::make_unique<support::RelaydProcess>(arguments);
    QVERIFY2(m_relayd->start(10s * slowness()), qPrintable(m_relayd->log()));
}

void DashboardFixture::openWindow(const client::ClientTiming &timing)
{
    m_theme = std::make_unique<Theme>();
    m_memory = std::make_unique<Memory>(m_directory->filePath(QStringLiteral("memory.ini")));
    m_language = std::make_unique<Language>();
    m_language->apply(QStringLiteral("en"));
    m_client = std::make_unique<client::AdminClient>(std::make_unique<client::LocalTransport>(), timing);
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    m_client->connectToServer(m_relayd->adminSocket(), true);
    m_window->show();
    m_window->activateWindow(); // where no window manager does so
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->link().isLive(), 15'000 * slowness());
}

void DashboardFixture::closeWindow()
{
    if (m_window)
        m_window->close(); // remembers what it has to
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    m_language.reset();
    m_memory.reset();
    m_theme.reset();
}

void DashboardFixture::tearDown()
{
    closeWindow();
    if (m_relayd)
        QCOMPARE(m_relayd->stop(10s * slowness()), 0);
    m_relayd.reset();
    m_directory.reset();
}

} // namespace relay::tests
