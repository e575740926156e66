// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionmodel.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QVector>

#include <array>

namespace relay::gui {

//! What the middle of the window shows, in the order of the sidebar.
enum class View { Connections, Topics, Routing, Closed, Events, DenyList, Alerts, Audit, Shells };
inline constexpr int kViews = static_cast<int>(View::Shells) + 1;

//! The view's name in options and settings: "connections". Never translated.
[[nodiscard]] QString viewKey(View view);
[[nodiscard]] View viewOfKey(const QString &key); //!< Connections when there is none of that name

/*!
 * What stands in the sidebar: the views, how many connections there are of each status and kind, and the views that the
 * operator has saved.
 */
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Entry : quint8 { Head, View, Status, Kind, Saved };
    enum Role { EntryRole = Qt::UserRole, IconRole, CountRole, CurrentRole, StatusValueRole, FilterRole, ViewRole };

    explicit SidebarModel(QObject *parent = nullptr);

    void setCounts(const ConnectionCounts &counts, int connections, int topics);
    void setCount(View view, int count); //!< -1: shows none
    //! The first three are always there.
    void setAvailable(View view, bool isAvailable);
    [[nodiscard]] bool isAvailable(View view) const { return m_available.at(static_cast<size_t>(view)); }
    void setSavedViews(const QStringList &names);
    void setCurrentSaved(const QString &name); //!< empty: none of them is shown
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
    void addViews();
    [[nodiscard]] Item viewItem(View which) const;

    QVector<Item> m_items;
    View m_current = View::Connections;
    QString m_filterText;
    ConnectionCounts m_counts;
    std::array<int, kViews> m_viewCounts;
    std::array<bool, kViews> m_available { true, true, true };
    QStringList m_saved;
    QString m_currentSaved;
};

} // namespace relay::gui
