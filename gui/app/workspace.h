// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionproxy.h"
#include "gui/models/livedata.h"
#include "gui/models/topicproxy.h"
#include "gui/views/sidebarmodel.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>

class QDockWidget;
class QStackedWidget;

namespace relay::gui {

class Actions;
class ConnectionTable;
class FirstRunPage;
class LiveTable;
class SelectionBar;
class TablePage;
class TopicTable;
class Theme;

namespace chart {
class ThroughputPanel;
}
namespace graph {
class HealthBook;
class RoutePanel;
class RoutingView;
} // namespace graph
namespace inspect {
class InspectDock;
}

//! A view beside the first three: what stands there, and the table in it if there is one.
struct WorkspacePage
{
    View view = View::Closed;
    QWidget *widget = nullptr;
    LiveTable *table = nullptr;
    QVector<QAction *> actions = {};               //!< buttons of the selection bar; none: no bar
    std::function<QVector<quint64>()> ids = {};    //!< connections behind the selection
    std::function<QString()> selectionText = {};   //!< for the bar; empty: nothing is selected
    std::function<QString()> nothingSelected = {}; //!< sentence of the bar, in the language of the moment
};

/*!
 * What lies between filter and status bar: chart and route, the table or the graph, the selection, the docks. A main
 * window inside the main window, so that docks stand beside the table only. Emits wishes; acts on nothing.
 */
class Workspace : public QMainWindow
{
    Q_OBJECT
public:
    Workspace(const client::Mirror &mirror, LiveData &live, Actions &actions, const Theme &theme,
              QWidget *parent = nullptr);

    //! Takes the widget. Its table obeys filter, freeze and stale like the others.
    void addPage(const WorkspacePage &page);
    [[nodiscard]] bool hasPage(View view) const;
    void showView(View view);
    [[nodiscard]] View view() const { return m_view; }
    void setFilterText(const QString &text);
    void applyFilter(); //!< at once: what is shown is what its text says
    void setStale(bool isStale);
    void setFrozen(bool isFrozen);
    void setMenuOpen(bool isOpen);
    //! First-run page instead of the tables, as long as nothing is connected.
    void setNothingYet(bool isNothingYet);
    void setListenAddress(const QString &address);

    [[nodiscard]] QVector<quint64> selectedIds() const;
    [[nodiscard]] QStringList selectedTopics() const;
    [[nodiscard]] QVector<quint64> shownIds() const; //!< all connections that the filter lets through
    void select(quint64 id);
    //! Selects it, for which a filter that hides it gives way. False: it is not in the table; gone, or held still.
    bool reveal(quint64 id);
    void inspect(quint64 id);
    void focusTable();
    [[nodiscard]] QString selectedText() const; //!< the selected rows, tabs between the columns
    [[nodiscard]] QVector<LiveTable *> tables() const;
    [[nodiscard]] chart::ThroughputPanel &throughput() const;
    [[nodiscard]] QPair<int, int> shownInGraph() const; //!< topics, connections
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] int allRows() const;

    [[nodiscard]] ConnectionTable &connectionTable() { return *m_connectionTable; }
    [[nodiscard]] TopicTable &topicTable() { return *m_topicTable; }
    [[nodiscard]] LiveTable *currentTable() const;
    [[nodiscard]] LiveTable *tableOf(View view) const; //!< null: the view has none
    [[nodiscard]] bool isInspecting() const;
    [[nodiscard]] inspect::InspectDock &inspectDock();
    //! Below everything, over the whole width; the band gives way while it is open.
    void addBottomDock(QDockWidget &dock, int height);

Q_SIGNALS:
    void selectionMoved();
    void shownRowsChanged();
    void clearFilterAsked();
    void contextMenuAsked(const QPoint &globalPosition);
    void inspectingChanged(bool isInspecting);
    void pageAdded(relay::gui::View view);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildBand();
    void buildPages();
    void buildDock();
    void placeDock();
    void connectTables();
    void retranslate();
    void arrange();
    [[nodiscard]] QWidget *currentPage() const; //!< of the view, whether or not the first-run page hides it
    void connectTable(LiveTable &table);
    void connectPageTable(const WorkspacePage &page);
    void tellSelection();
    void compareSelected();
    void updateSelectionBar();
    void showSelectedTopics();
    void showSelectedConnections();

    const client::Mirror &m_mirror;
    LiveData &m_data;
    Actions &m_actions;
    const Theme &m_theme;
    ConnectionProxy m_connections;
    TopicProxy m_topics;
    graph::HealthBook *m_health; //!< one for all that ask how connections are doing
    View m_view = View::Connections;
    QHash<View, WorkspacePage> m_more;
    bool m_isNothingYet = false;
    bool m_isStale = false;
    bool m_hasInspected = false;

    QWidget *m_band = nullptr;
    chart::ThroughputPanel *m_throughput = nullptr;
    QWidget *m_routeSide = nullptr;
    QPointer<graph::RoutePanel> m_route;
    QPointer<graph::RoutingView> m_routing;
    QPointer<inspect::InspectDock> m_inspect;
    QPointer<QDockWidget> m_bottom;
    QStackedWidget *m_pages = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    ConnectionTable *m_connectionTable = nullptr;
    TopicTable *m_topicTable = nullptr;
    TablePage *m_connectionPage = nullptr;
    TablePage *m_topicPage = nullptr;
    SelectionBar *m_selectionBar = nullptr;
};

} // namespace relay::gui
