// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>

class QMenuBar;

namespace relay::gui {

class Actions;
class LookMenus;
class WindowActions;
class Workspace;

//! The menus of one relay's page: in the menu bar, behind the menu button, over a row, behind Columns.
class Menus : public QObject
{
    Q_OBJECT
public:
    Menus(Actions &actions, WindowActions &windowActions, LookMenus &look, Workspace &workspace, QWidget *page);
    ~Menus() override;

    [[nodiscard]] QMenu &main() { return m_main; }
    [[nodiscard]] QMenu &columns() { return m_columns; }
    void openContext(const QPoint &globalPosition);
    void showIn(QMenuBar &bar); //!< in place of those of another page

    void refresh(); //!< those that are filled only when they open
    void retranslate();

private:
    void fillColumns();
    void build();

    Actions &m_actions;
    WindowActions &m_windowActions;
    LookMenus &m_look;
    Workspace &m_workspace;
    QMenu m_main;
    QMenu m_columns;
    QMenu m_relay;
    QMenu m_view;
    QMenu m_export;
    QMenu m_selection;
    QMenu m_help;
};

} // namespace relay::gui
