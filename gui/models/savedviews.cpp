// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/savedviews.h"

#include <algorithm>

namespace relay::gui {

SavedViews::SavedViews(QObject *parent)
    : QObject(parent)
    , m_views(defaults())
{
}

QVector<SavedView> SavedViews::defaults()
{
    const QString connections = QStringLiteral("connections");
    return { { tr("Problems first"), connections, {}, {} },
             { tr("Ends within 5 min"), connections, QStringLiteral("status:expiring"), {} },
             { tr("Publishers"), connections, QStringLiteral("role:publisher"), {} } };
}

void SavedViews::setAll(const QVector<SavedView> &views)
{
    m_views = views;
    Q_EMIT changed();
}

qsizetype SavedViews::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&name](const SavedView &view) {
        return view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? -1 : found - m_views.begin();
}

QStringList SavedViews::names() const
{
    QStringList names;
    for (const SavedView &view : m_views)
        names.append(view.name);
    return names;
}

const SavedView *SavedViews::find(const QString &name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? nullptr : &m_views.at(index);
}

bool SavedViews::save(const SavedView &view)
{
    SavedView saved = view;
    saved.name = view.name.simplified();
    if (saved.name.isEmpty() || saved.name.size() > kLongestName)
        return false;
    const qsizetype index = indexOf(saved.name);
    if (index < 0)
        m_views.append(saved);
    else
        m_views[index] = saved;
    Q_EMIT changed();
    return true;
}

bool SavedViews::rename(const QString &from, const QString &to)
{
    const QString name = to.simplified();
    const qsizetype index = indexOf(from);
    const qsizetype other = indexOf(name);
    if (index < 0 || name.isEmpty() || name.size() > kLongestName || (other >= 0 && other != index))
        return false;
    m_views[index].name = name;
    Q_EMIT changed();
    return true;
}

void SavedViews::remove(const QString &name)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return;
    m_views.removeAt(index);
    Q_EMIT changed();
}

} // namespace relay::gui
