// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionmodel.h"

#include <QAbstractListModel>
#include <QVector>

namespace relay::gui {

enum class View { Connections, Topics, Routing };

//! What stands in the sidebar: the views, then how many connections there are of each status and kind.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Entry : quint8 { Head, View, Status, Kind };
    enum Role { EntryRole = Qt::UserRole, IconRole, CountRole, CurrentRole, StatusValueRole, FilterRole, ViewRole };

    explicit SidebarModel(QObject *parent = nullptr);

    void setCounts(const ConnectionCounts &counts, int connections, int topics);
    void setCurrent(View view);
    //! The filter's text, to mark the entry that wrote it.
    void setFilterText(const QString &text);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Item
    {
        Entry entry = Entry::Head;
        QString title = {};
        QString icon = {};
        QString filter = {};
        int count = -1; //!< -1: shows none
        View view = View::Connections;
        Status status = Status::Healthy;
    };
    void build();

    QVector<Item> m_items;
    View m_current = View::Connections;
    QString m_filterText;
    ConnectionCounts m_counts;
    int m_connections = 0;
    int m_topics = 0;
};

} // namespace relay::gui
