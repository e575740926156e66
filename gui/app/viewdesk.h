// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/savedviews.h"
#include "gui/views/sidebarmodel.h"

#include <QObject>

#include <functional>

namespace relay::client {
class AdminClient;
class Mirror;
} // namespace relay::client

namespace relay::gui {

class Actions;
class Exporter;
class FilterBar;
class LiveTable;
class Memory;
class RecordPages;
class Sidebar;
class Theme;
class ViewKeeper;
class Workspace;

namespace chart {
class HistorySource;
}

/*!
 * What a relay's page has for looking beside its live tables: the past of the chart, the tables of what was, saved views,
 * export. Ties them to workspace, sidebar and filter bar, and emits wishes that only the page can fulfil.
 */
class ViewDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        client::AdminClient &client;
        const client::Mirror &mirror;
        Workspace &workspace;
        Sidebar &sidebar;
        FilterBar &filterBar;
        Actions &actions;
        const Theme &theme;
        Memory &memory;
        std::function<qint64()> clock; //!< ms since the epoch
    };

    ViewDesk(const Parts &parts, QWidget *window);
    ~ViewDesk() override;

    void recall();   //!< columns as they were in the last run
    void remember(); //!< for the next
    void setRelayName(const QString &name);
    void setFrozen(bool isFrozen);
    void retranslate();
    //! View, filter, columns or order may be others now.
    void noteChange();

    [[nodiscard]] RecordPages &records() { return *m_records; }
    [[nodiscard]] ViewKeeper &keeper() { return *m_keeper; }
    [[nodiscard]] Exporter &exporter() { return *m_exporter; }

Q_SIGNALS:
    void viewAsked(relay::gui::View view);
    void filterAsked(const QString &text);
    void connectionAsked(quint64 id); //!< to be shown and selected
    void told(const QString &headline, const QString &rest);

private:
    void connectViews();
    void follow(const LiveTable &table);
    void connectRecords();
    void connectExport();
    [[nodiscard]] SavedView capture() const;
    void show(const SavedView &view);
    [[nodiscard]] bool isShown(const SavedView &view) const;
    void showNames();

    Parts m_parts;
    chart::HistorySource *m_history;
    RecordPages *m_records;
    ViewKeeper *m_keeper;
    Exporter *m_exporter;
};

} // namespace relay::gui
