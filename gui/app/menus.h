// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QVector>

class QActionGroup;
class QMenuBar;

namespace relay::gui {

class Actions;
class Workspace;

//! The menus of the window: in the menu bar, behind the menu button, over a row, behind Columns and Settings.
class Menus : public QObject
{
    Q_OBJECT
public:
    Menus(Actions &actions, Workspace &workspace, QMenuBar &bar, QWidget *window);
    ~Menus() override;

    [[nodiscard]] QMenu &main() { return m_main; }
    [[nodiscard]] QMenu &settings() { return m_settings; }
    [[nodiscard]] QMenu &columns() { return m_columns; }
    void openContext(const QPoint &globalPosition);

    void setTheme(const QString &key);
    void setLanguage(const QString &code);
    void retranslate();

Q_SIGNALS:
    void themeChosen(const QString &key); //!< "system", "light", "dark"
    void languageChosen(const QString &code);
    void columnsReset();

private:
    void fillColumns();
    void build();

    Actions &m_actions;
    Workspace &m_workspace;
    QMenu m_main;
    QMenu m_settings;
    QMenu m_columns;
    QMenu m_relay;
    QMenu m_view;
    QMenu m_selection;
    QMenu m_help;
    QMenu m_theme;
    QMenu m_language;
    QActionGroup *m_themes;
    QActionGroup *m_languages;
};

} // namespace relay::gui
