// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/alertfeed.h"
#include "client/admin/mirror.h"
#include "gui/guard/denylist.h"
#include "gui/guard/denymodel.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace relay::gui {

class Actions;
class Denier;
class LiveTable;
class SidebarModel;
class TablePage;
class Theme;
class UndoStack;
class Workspace;

namespace guard {
class AlertsPage;
}

/*!
 * The deny list, the alerts and the drain, on the side of the page: puts their views in place and carries out what is asked
 * for there. GUI thread.
 */
class GuardDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        client::AdminClient &client;
        const client::Mirror &mirror;
        Workspace &workspace;
        SidebarModel &sidebar;
        Denier &denier;
        UndoStack &undo;
        Actions &actions;
        const Theme &theme;
        std::function<qint64()> clock;
    };

    GuardDesk(const Parts &parts, QWidget *window, QObject *parent);

    void setRelayName(const QString &name);
    //! Why nothing can be changed here; empty: it can.
    void setWhyNotAct(const QString &reason);
    [[nodiscard]] bool hasDenials() const; //!< some are selected
    [[nodiscard]] QString whyNotDrain() const;
    [[nodiscard]] guard::AlertsPage &alerts() { return *m_alertsPage; }
    [[nodiscard]] LiveTable &denyTable() { return *m_denyTable; }
    void retranslate();

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);
    void alertCountChanged(int active);

private:
    void addPages();
    void addDenial();
    void removeSelected();
    void allowAgain(const QVector<guard::Denial> &denials);
    void drain();
    void takeList();
    void takeAlerts();
    void describeNothing();
    [[nodiscard]] QVector<guard::Denial> selectedDenials() const;

    Parts m_parts;
    QWidget *m_window;
    QString m_relayName;
    guard::DenyList m_list;
    guard::DenyModel m_denials;
    guard::DenyProxy m_shownDenials;
    client::AlertFeed m_alerts;
    QTimer m_second;
    LiveTable *m_denyTable = nullptr;
    TablePage *m_denyPage = nullptr;
    guard::AlertsPage *m_alertsPage = nullptr;
};

} // namespace relay::gui
