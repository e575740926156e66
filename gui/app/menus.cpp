// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/menus.h"

#include "gui/app/actions.h"
#include "gui/app/language.h"
#include "gui/app/workspace.h"
#include "gui/views/livetable.h"

#include <QActionGroup>
#include <QMenuBar>

namespace relay::gui {

Menus::Menus(Actions &actions, Workspace &workspace, QMenuBar &bar, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_workspace(workspace)
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    build();
    for (QMenu *menu : { &m_relay, &m_selection, &m_view, &m_help }) {
        m_main.addMenu(menu);
        bar.addMenu(menu);
    }
    m_settings.addMenu(&m_theme);
    m_settings.addMenu(&m_language);
    for (QMenu *menu : { &m_columns, &m_selection })
        connect(menu, &QMenu::aboutToHide, this, [this] { m_workspace.setMenuOpen(false); });
    connect(&m_columns, &QMenu::aboutToShow, this, [this] {
        m_workspace.setMenuOpen(true);
        fillColumns();
    });
    connect(&m_selection, &QMenu::aboutToShow, this, [this] { m_workspace.setMenuOpen(true); });
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT themeChosen(action->data().toString()); });
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
    retranslate();
}

Menus::~Menus() = default;

void Menus::build()
{
    m_selection.addActions({ &m_actions.inspect, &m_actions.showInRouting, &m_actions.theirConnections });
    m_selection.addSeparator();
    m_selection.addActions({ &m_actions.onlyTopic, &m_actions.onlyAddress, &m_actions.copyRows });
    m_selection.addSeparator();
    m_selection.addActions({ &m_actions.kick, &m_actions.kickWithReason, &m_actions.denyBooking, &m_actions.undoDeny });

    m_view.addActions({ &m_actions.connectionsView, &m_actions.topicsView, &m_actions.routingView });
    m_view.addSeparator();
    m_view.addActions({ &m_actions.find, &m_actions.clearFilter, &m_actions.freeze });
    m_view.addMenu(&m_columns);
    m_view.addSeparator();
    m_view.addActions({ &m_actions.sidebar, &m_actions.menuBar, &m_actions.nextPane });
    m_view.addSeparator();
    m_view.addMenu(&m_theme);
    m_view.addMenu(&m_language);

    m_relay.addActions({ &m_actions.tryNow });
    m_relay.addSeparator();
    m_relay.addActions({ &m_actions.quit });
    m_help.addAction(&m_actions.about);

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
}

void Menus::fillColumns()
{
    m_columns.clear();
    LiveTable *table = m_workspace.currentTable();
    if (table == nullptr)
        return;
    for (int column = 0; column < table->columns().size(); ++column) {
        const ColumnSpec &spec = table->columns().at(column);
        if (spec.width == 0) // the name of the topic stays
            continue;
        QAction *action = m_columns.addAction(
            spec.unit.isEmpty() ? spec.title
                                : QString(spec.title + QStringLiteral(" (") + spec.unit + QLatin1Char(')')));
        action->setCheckable(true);
        action->setChecked(table->isColumnWanted(column));
        connect(action, &QAction::toggled, table, [table, column](bool isOn) { table->setColumnWanted(column, isOn); });
    }
    m_columns.addSeparator();
    connect(m_columns.addAction(tr("Reset columns")), &QAction::triggered, table, &LiveTable::resetColumns);
}

void Menus::openContext(const QPoint &globalPosition)
{
    m_selection.popup(globalPosition);
}

void Menus::setTheme(const QString &key)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toString() == key);
}

void Menus::setLanguage(const QString &code)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
}

void Menus::retranslate()
{
    m_relay.setTitle(tr("&Relay"));
    m_selection.setTitle(tr("&Selection"));
    m_view.setTitle(tr("&View"));
    m_help.setTitle(tr("&Help"));
    m_columns.setTitle(tr("C&olumns"));
    m_theme.setTitle(tr("Th&eme"));
    m_language.setTitle(tr("L&anguage"));
    const QStringList themes { tr("As the &desktop", "Theme"), tr("&Light", "Theme"), tr("D&ark", "Theme") };
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themes->actions().at(i)->setText(themes.at(i));
}

} // namespace relay::gui
