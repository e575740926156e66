// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/sidebarmodel.h"

#include "gui/models/format.h"

#include <utility>

namespace relay::gui {

QString viewKey(View view)
{
    static const std::array<QString, kViews> keys { QStringLiteral("connections"), QStringLiteral("topics"),
                                                    QStringLiteral("routing"),     QStringLiteral("closed"),
                                                    QStringLiteral("events"),      QStringLiteral("denied"),
                                                    QStringLiteral("alerts"),      QStringLiteral("audit"),
                                                    QStringLiteral("shells") };
    return keys.at(static_cast<size_t>(view));
}

View viewOfKey(const QString &key)
{
    for (int view = 0; view < kViews; ++view)
        if (viewKey(static_cast<View>(view)) == key)
            return static_cast<View>(view);
    return View::Connections;
}

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_viewCounts.fill(-1);
    build();
}

SidebarModel::Item SidebarModel::viewItem(View which) const
{
    const auto item = [&](const QString &title, const char *icon) {
        return Item { .entry = Entry::View,
                      .title = title,
                      .icon = QString::fromLatin1(icon),
                      .count = m_viewCounts.at(static_cast<size_t>(which)),
                      .view = which };
    };
    switch (which) {
    case View::Connections: return item(tr("Connections"), "connections");
    case View::Topics: return item(tr("Topics"), "topic");
    case View::Routing: return item(tr("Routing"), "graph");
    //: connections that have ended
    case View::Closed: return item(tr("Closed"), "closed");
    case View::Events: return item(tr("Events"), "events");
    case View::DenyList: return item(tr("Deny list"), "deny");
    case View::Alerts: return item(tr("Alerts"), "alert");
    //: who has done what to the relay
    case View::Audit: return item(tr("Audit"), "view");
    case View::Shells: return item(tr("Shells"), "shell");
    }
    return {};
}

void SidebarModel::addViews()
{
    for (int i = 0; i < kViews; ++i)
        if (m_available.at(static_cast<size_t>(i)))
            m_items.append(viewItem(static_cast<View>(i)));
}

void SidebarModel::build()
{
    const auto head = [](const QString &title) { return Item { .entry = Entry::Head, .title = title }; };
    const auto status = [this](Status which) {
        return Item { .entry = Entry::Status,
                      .title = statusWord(which),
                      .icon = statusIcon(which),
                      .filter = QStringLiteral("status:") + statusFilter(which),
                      .count = m_counts.status[static_cast<size_t>(which)],
                      .status = which };
    };
    const auto kind = [](const QString &title, const char *name, int count) {
        const QString icon = QString::fromLatin1(name);
        return Item {
            .entry = Entry::Kind, .title = title, .icon = icon, .filter = QStringLiteral("kind:") + icon, .count = count
        };
    };
    m_items = { head(tr("Views")) };
    addViews();
    m_items += { head(tr("Status")),
                 status(Status::Dropping),
                 status(Status::Slow),
                 status(Status::Expiring),
                 status(Status::Healthy),
                 status(Status::Idle),
                 head(tr("Kind", "Group of the sidebar: kinds of topics")),
                 kind(tr("Video"), "video", m_counts.video),
                 kind(tr("Data"), "data", m_counts.data),
                 kind(tr("Shell"), "shell", m_counts.shell) };
    if (m_saved.isEmpty())
        return;
    m_items.append(head(tr("Saved views")));
    for (const QString &name : std::as_const(m_saved))
        m_items.append({ .entry = Entry::Saved, .title = name, .icon = QStringLiteral("star") });
}

void SidebarModel::setCounts(const ConnectionCounts &counts, int connections, int topics)
{
    m_counts = counts;
    m_viewCounts[static_cast<size_t>(View::Connections)] = connections;
    m_viewCounts[static_cast<size_t>(View::Topics)] = topics;
    retranslate();
}

void SidebarModel::setCount(View view, int count)
{
    if (std::exchange(m_viewCounts[static_cast<size_t>(view)], count) != count)
        retranslate();
}

void SidebarModel::setAvailable(View view, bool isAvailable)
{
    if (m_available.at(static_cast<size_t>(view)) == isAvailable)
        return;
    beginResetModel();
    m_available[static_cast<size_t>(view)] = isAvailable;
    build();
    endResetModel();
}

void SidebarModel::setSavedViews(const QStringList &names)
{
    if (names == m_saved)
        return;
    beginResetModel();
    m_saved = names;
    build();
    endResetModel();
}

void SidebarModel::setCurrentSaved(const QString &name)
{
    if (std::exchange(m_currentSaved, name) != name)
        retranslate();
}

void SidebarModel::setCurrent(View view)
{
    m_current = view;
    retranslate();
}

void SidebarModel::setFilterText(const QString &text)
{
    m_filterText = text.trimmed();
    retranslate();
}

void SidebarModel::retranslate()
{
    build();
    Q_EMIT dataChanged(index(0), index(static_cast<int>(m_items.size()) - 1));
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return item.title;
    case Qt::AccessibleTextRole:
        return item.count < 0 ? item.title : QString(item.title + QLatin1Char(' ') + format::count(item.count));
    case EntryRole: return static_cast<int>(item.entry);
    case IconRole: return item.icon;
    case CountRole: return item.count;
    case CurrentRole:
        if (item.entry == Entry::Saved)
            return item.title == m_currentSaved;
        return item.entry == Entry::View ? item.view == m_current
                                         : !item.filter.isEmpty() && item.filter == m_filterText;
    case StatusValueRole: return static_cast<int>(item.status);
    case FilterRole: return item.filter;
    case ViewRole: return static_cast<int>(item.view);
    default: return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (m_items.at(index.row()).entry == Entry::Head)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace relay::gui
