// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/palette/palettemodel.h"

#include <QCoreApplication>

class QAction;
class QMenu;

namespace relay::gui {

class MainWindow;
class RelayPage;

/*!
 * What the command palette offers of a window: topics and connections of the relay that is shown, everything that can
 * be done with what was typed, and every action of the window with its key. Makes lines; keeps nothing.
 */
class PaletteSource
{
    Q_DECLARE_TR_FUNCTIONS(PaletteSource)
public:
    explicit PaletteSource(MainWindow &window)
        : m_window(window)
    {
    }

    [[nodiscard]] QVector<PaletteItem> find(const QString &query) const;

    //! An action and what it is called outside its menu: "Theme: Dark".
    struct Command
    {
        QAction *action = nullptr;
        QString name;
    };
    //! Every action of the window and of the page that is shown, each once; also those that are disabled now.
    [[nodiscard]] QVector<Command> commands() const;

private:
    void addTopics(const QString &query, QVector<PaletteItem> &items) const;
    void addConnections(const QString &query, QVector<PaletteItem> &items) const;
    void addCommands(const QString &query, QVector<PaletteItem> &items) const;
    void addOrders(const QString &query, QVector<PaletteItem> &items) const;
    void addRelays(const QString &query, QVector<PaletteItem> &items) const;
    void collect(const QMenu &menu, const QString &path, QVector<Command> &commands) const;

    MainWindow &m_window;
};

} // namespace relay::gui
