// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/sidebarmodel.h"

#include "gui/models/format.h"

namespace relay::gui {

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractListModel(parent)
{
    build();
}

void SidebarModel::build()
{
    const auto head = [](const QString &title) { return Item { .entry = Entry::Head, .title = title }; };
    const auto view = [](View which, const QString &title, const char *icon, int count) {
        return Item {
            .entry = Entry::View, .title = title, .icon = QString::fromLatin1(icon), .count = count, .view = which
        };
    };
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
    m_items = { head(tr("Views")),
                view(View::Connections, tr("Connections"), "connections", m_connections),
                view(View::Topics, tr("Topics"), "topic", m_topics),
                view(View::Routing, tr("Routing"), "graph", -1),
                head(tr("Status")),
                status(Status::Dropping),
                status(Status::Slow),
                status(Status::Expiring),
                status(Status::Healthy),
                status(Status::Idle),
                head(tr("Kind", "Group of the sidebar: kinds of topics")),
                kind(tr("Video"), "video", m_counts.video),
                kind(tr("Data"), "data", m_counts.data),
                kind(tr("Shell"), "shell", m_counts.shell) };
}

void SidebarModel::setCounts(const ConnectionCounts &counts, int connections, int topics)
{
    m_counts = counts;
    m_connections = connections;
    m_topics = topics;
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
