// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>

class QActionGroup;

namespace relay::gui {

//! Theme and language: one choice for the window, shown behind the settings button and in the menu of every tab.
class LookMenus : public QObject
{
    Q_OBJECT
public:
    explicit LookMenus(QObject *parent = nullptr);
    ~LookMenus() override;

    [[nodiscard]] QMenu &settings() { return m_settings; }
    [[nodiscard]] QMenu &theme() { return m_theme; }
    [[nodiscard]] QMenu &language() { return m_language; }

    void setTheme(const QString &key);
    void setLanguage(const QString &code);
    void retranslate();

Q_SIGNALS:
    void themeChosen(const QString &key); //!< "system", "light", "dark"
    void languageChosen(const QString &code);

private:
    QMenu m_settings;
    QMenu m_theme;
    QMenu m_language;
    QActionGroup *m_themes;
    QActionGroup *m_languages;
};

} // namespace relay::gui
