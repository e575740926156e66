// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/app/actions.h"
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/options.h"
#include "gui/app/workspace.h"
#include "gui/views/connectiontable.h"
#include "tests/client/support/fakeadminserver.h"

#include <QTemporaryDir>

#include <memory>

class QDialog;

namespace relay::tests {

/*!
 * The whole window over a made-up relay, and what tests ask of it again and again. A test inherits it beside QObject; its
 * init() calls makeRelay(), its cleanup() tearDown().
 */
class WindowFixture
{
protected:
    static void dress();         //!< once: the look of the program
    void makeRelay();            //!< with 40 connections, in English, nothing remembered; listens
    void openWindow();           //!< connects, and waits until the table has what the relay has
    void openWindow(QSize size); //!< so large
    void tearDown();
    void watchModels(); //!< whatever a test does, no model may break the rules of models

    [[nodiscard]] bool tells(const QString &text) const; //!< a label that can be seen has it; isolates do not count
    [[nodiscard]] QDialog *dialog() const;               //!< that is open; null: none
    void confirm() const;                                //!< by its key
    [[nodiscard]] QJsonObject lastParams(const QString &method) const; //!< of the last such call at the relay
    [[nodiscard]] QAction &action(QAction gui::Actions::*which) { return m_window->actions().*which; }
    [[nodiscard]] gui::ConnectionTable &table() { return m_window->workspace().connectionTable(); }
    [[nodiscard]] int shownRows() { return table().model()->rowCount(); }

    QTemporaryDir m_directory;
    gui::Start m_start; //!< what the command line asks for
    std::unique_ptr<gui::Theme> m_theme;
    std::unique_ptr<gui::Memory> m_memory;
    std::unique_ptr<gui::Language> m_language;
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace relay::tests
