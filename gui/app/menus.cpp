// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/menus.h"

#include "gui/app/actions.h"
#include "gui/app/lookmenus.h"
#include "gui/app/windowactions.h"
#include "gui/app/workspace.h"
#include "gui/views/livetable.h"

#include <QMenuBar>

namespace relay::gui {

Menus::Menus(Actions &actions, WindowActions &windowActions, LookMenus &look, Workspace &workspace, QWidget *page)
    : QObject(page)
    , m_actions(actions)
    , m_windowActions(windowActions)
    , m_look(look)
    , m_workspace(workspace)
{
    build();
    for (QMenu *menu : { &m_relay, &m_selection, &m_view, &m_help })
        m_main.addMenu(menu);
    for (QMenu *menu : { &m_columns, &m_selection })
        connect(menu, &QMenu::aboutToHide, this, [this] { m_workspace.setMenuOpen(false); });
    connect(&m_columns, &QMenu::aboutToShow, this, [this] {
        m_workspace.setMenuOpen(true);
        fillColumns();
    });
    connect(&m_selection, &QMenu::aboutToShow, this, [this] { m_workspace.setMenuOpen(true); });
    retranslate();
}

Menus::~Menus() = default;

void Menus::build()
{
    m_selection.addActions(
        { &m_actions.inspect, &m_actions.tap, &m_actions.showInRouting, &m_actions.theirConnections });
    m_selection.addSeparator();
    m_selection.addActions({ &m_actions.onlyTopic, &m_actions.onlyAddress, &m_actions.copyRows });
    m_selection.addSeparator();
    m_selection.addActions({ &m_actions.kick, &m_actions.kickWithReason, &m_actions.denyBooking, &m_actions.undoDeny });
    m_selection.addSeparator();
    m_selection.addActions({ &m_actions.addDenial, &m_actions.removeDenial });

    for (int view = 0; view < kViews; ++view)
        m_view.addAction(&m_actions.viewAction(static_cast<View>(view)));
    m_view.addSeparator();
    m_view.addActions({ &m_actions.find, &m_actions.clearFilter, &m_actions.freeze });
    m_view.addMenu(&m_columns);
    m_view.addAction(&m_actions.saveView);
    m_view.addMenu(&m_export);
    m_export.addActions({ &m_actions.exportShown, &m_actions.chartPicture, &m_actions.chartFigures });
    m_view.addSeparator();
    m_view.addActions({ &m_windowActions.palette, &m_windowActions.sidebar, &m_windowActions.menuBar,
                        &m_actions.nextPane, &m_windowActions.maskAddresses });
    m_view.addSeparator();
    m_view.addMenu(&m_look.theme());
    m_view.addMenu(&m_look.language());

    m_relay.addActions({ &m_windowActions.connectTo, &m_actions.tryNow, &m_actions.showSsh, &m_windowActions.nextRelay,
                         &m_windowActions.previousRelay, &m_windowActions.closeRelay });
    m_relay.addSeparator();
    m_relay.addActions({ &m_actions.drain });
    m_relay.addSeparator();
    m_relay.addActions({ &m_windowActions.quit });
    m_help.addAction(&m_windowActions.about);
}

void Menus::showIn(QMenuBar &bar)
{
    bar.clear();
    for (QMenu *menu : { &m_relay, &m_selection, &m_view, &m_help })
        bar.addMenu(menu);
}

void Menus::refresh()
{
    fillColumns();
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

void Menus::retranslate()
{
    m_relay.setTitle(tr("&Relay"));
    m_selection.setTitle(tr("&Selection"));
    m_view.setTitle(tr("&View"));
    m_export.setTitle(tr("E&xport"));
    m_help.setTitle(tr("&Help"));
    m_columns.setTitle(tr("C&olumns"));
}

} // namespace relay::gui
