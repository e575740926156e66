// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/mirror.h"
#include "gui/app/actions.h"
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/theme/theme.h"
#include "gui/views/connectiontable.h"
#include "tests/support/relaydprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace relay::tests {

/*!
 * The whole window over a real relayd, in English, nothing remembered. A test inherits it beside QObject; its cleanup()
 * calls tearDown(). What goes wrong fails the test.
 */
class DashboardFixture
{
protected:
    static void dress(); //!< once: the look of the program
    void startRelayd(const QStringList &arguments = {});
    void openWindow(const client::ClientTiming &timing = {}); //!< active, and its link live; may follow closeWindow()
    void closeWindow();
    void tearDown(); //!< relayd has to end by itself, and well
    [[nodiscard]] gui::ConnectionTable &table() const { return m_window->workspace().connectionTable(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<support::RelaydProcess> m_relayd;
    std::unique_ptr<gui::Theme> m_theme;
    std::unique_ptr<gui::Memory> m_memory;
    std::unique_ptr<gui::Language> m_language;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace relay::tests
