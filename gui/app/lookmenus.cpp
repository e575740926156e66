// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/lookmenus.h"

#include "gui/app/language.h"

#include <QActionGroup>

namespace relay::gui {

LookMenus::LookMenus(QObject *parent)
    : QObject(parent)
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    for (const char *key : { "system", "light", "dark" }) {
        QAction *action = m_themes->addAction(QString());
        action->setData(QString::fromLatin1(key));
        action->setCheckable(true);
        m_theme.addAction(action);
    }
    const QStringList codes = Language::available();
    for (const QString &code : codes) {
        QAction *action = m_languages->addAction(Language::nameOf(code));
        action->setData(code);
        action->setCheckable(true);
        m_language.addAction(action);
    }
    m_settings.addMenu(&m_theme);
    m_settings.addMenu(&m_language);
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT themeChosen(action->data().toString()); });
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
    retranslate();
}

LookMenus::~LookMenus() = default;

void LookMenus::setTheme(const QString &key)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toString() == key);
}

void LookMenus::setLanguage(const QString &code)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
}

void LookMenus::retranslate()
{
    m_theme.setTitle(tr("Th&eme"));
    m_language.setTitle(tr("L&anguage"));
    const QStringList themes { tr("As the &desktop", "Theme"), tr("&Light", "Theme"), tr("D&ark", "Theme") };
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themes->actions().at(i)->setText(themes.at(i));
}

} // namespace relay::gui
