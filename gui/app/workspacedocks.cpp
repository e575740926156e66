// SPDX-License-Identifier: GPL-3.0-or-later
// The docks of the workspace: what is known of one connection, beside the table, and the taps below it.
#include "gui/app/actions.h"
#include "gui/app/workspace.h"
#include "gui/inspect/inspectdock.h"

#include <QDockWidget>
#include <QTimer>

#include <utility>

namespace relay::gui {

void Workspace::buildDock()
{
    m_inspect = new inspect::InspectDock(m_mirror, m_theme, this, m_health);
    m_inspect->setObjectName(QStringLiteral("inspect"));
    m_inspect->setActions({ &m_actions.tap, &m_actions.kick, &m_actions.denyBooking });
    placeDock();
    m_inspect->hide();
    connect(m_inspect, &QDockWidget::visibilityChanged, this, [this] {
        arrange();
        Q_EMIT inspectingChanged(isInspecting());
    });
}

//! Beside the table, away from the sidebar; a main window does not mirror its docks.
void Workspace::placeDock()
{
    const auto area = isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea;
    if (dockWidgetArea(m_inspect) == area)
        return;
    const bool isShown = !m_inspect->isHidden();
    addDockWidget(area, m_inspect);
    m_inspect->setVisible(isShown);
}

void Workspace::addBottomDock(QDockWidget &dock, int height)
{
    m_bottom = &dock;
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, &dock);
    dock.hide();
    connect(&dock, &QDockWidget::visibilityChanged, this, [this, height, isFirst = true](bool isVisible) mutable {
        arrange();
        if (!isVisible || !std::exchange(isFirst, false)) // from then on it is as high as the operator left it
            return;
        QTimer::singleShot(0, this, [this, height] { // the layout takes it in first
            if (m_bottom == nullptr)
                return;
            // And knows that the band has gone: its height would be kept for it, and the dock got what is left.
            centralWidget()->layout()->activate();
            layout()->activate();
            resizeDocks({ m_bottom }, { height }, Qt::Vertical);
        });
    });
}

void Workspace::inspect(quint64 id)
{
    m_connectionTable->select(id);
    m_inspect->showConnection(id);
    m_inspect->show();
    arrange();
    if (!std::exchange(m_hasInspected, true)) // from then on it is as wide as the operator left it
        resizeDocks({ m_inspect }, { m_inspect->widget()->sizeHint().width() }, Qt::Horizontal);
    m_inspect->raise();
}

inspect::InspectDock &Workspace::inspectDock()
{
    return *m_inspect;
}

bool Workspace::isInspecting() const
{
    return m_inspect != nullptr && !m_inspect->isHidden();
}

} // namespace relay::gui
