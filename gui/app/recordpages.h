// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartevent.h"
#include "gui/models/recordfeed.h"
#include "gui/views/sidebarmodel.h"

#include <QObject>

#include <memory>
#include <vector>

namespace relay::client {
class Mirror;
}

namespace relay::gui {

class Actions;
class LiveTable;
class TablePage;
class Theme;
class Workspace;

/*!
 * The views of what was, closed connections, events, the audit, and of the shells. Makes their models, feeds and tables, and gives them to
 * the workspace. GUI thread.
 */
class RecordPages : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        client::AdminClient &client;
        const client::Mirror &mirror;
        Workspace &workspace;
        Actions &actions;
        const Theme &theme;
        RecordModel::Clock clock;
    };

    explicit RecordPages(const Parts &parts, QObject *parent = nullptr);
    ~RecordPages() override;

    [[nodiscard]] RecordModel &model(View view) const;
    [[nodiscard]] LiveTable &table(View view) const;
    [[nodiscard]] int count(View view) const; //!< -1: nothing is known yet
    void setFrozen(bool isFrozen);
    void retranslate();
    //! Of the chart's last day, oldest first; only those that deserve a mark there.
    [[nodiscard]] QVector<chart::ChartEvent> chartEvents() const;
    void selectEvent(qint64 number);

Q_SIGNALS:
    void countsChanged();
    void chartEventsChanged();
    void shellsOffered(bool areOffered); //!< by the relay that is there now
    //! Return or double click on something that is about this connection or topic.
    void connectionAsked(quint64 id);
    void topicAsked(const QString &topic);

private:
    struct Page
    {
        View view = View::Closed;
        std::unique_ptr<RecordModel> model;
        std::unique_ptr<RecordProxy> proxy;
        std::unique_ptr<RecordFeed> feed;
        LiveTable *table = nullptr;
        TablePage *page = nullptr;
    };

    Page &add(View view, RecordKind kind);
    void addShells();
    [[nodiscard]] QVector<quint64> selectedConnections(const Page &page) const;
    void updateSentence(const Page &page);
    void activate(const Page &page, const QModelIndex &index);
    [[nodiscard]] const Page &pageOf(View view) const;

    Parts m_parts;
    std::vector<std::unique_ptr<Page>> m_pages;
    QTimer m_second; //!< ages grow
};

} // namespace relay::gui
