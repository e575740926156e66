// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/liveproxy.h"

#include <chrono>

namespace relay::gui {

using namespace std::chrono_literals;

LiveProxy::LiveProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(150ms);
    connect(&m_debounce, &QTimer::timeout, this, &LiveProxy::takeFilter);
    m_rest.setInterval(1s);
    connect(&m_rest, &QTimer::timeout, this, &LiveProxy::refresh);
    m_rest.start();
}

void LiveProxy::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_debounce.start();
}

void LiveProxy::takeFilter()
{
    m_filter = Filter::parse(m_text);
    refreshNow();
    Q_EMIT filterChanged();
}

void LiveProxy::applyFilter()
{
    if (!m_debounce.isActive())
        return;
    m_debounce.stop();
    takeFilter();
}

void LiveProxy::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
}

void LiveProxy::refresh()
{
    if (!m_isHeld)
        refreshNow();
}

void LiveProxy::refreshNow()
{
    if (sourceModel() == nullptr)
        return;
    prepare();
    invalidateRowsFilter();
    if (sortColumn() >= 0 && !isInOrder())
        sort(sortColumn(), sortOrder());
}

bool LiveProxy::isInOrder() const
{
    const int column = sortColumn();
    const bool isAscending = sortOrder() == Qt::AscendingOrder;
    QModelIndex before;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex here = mapToSource(index(row, column));
        if (before.isValid() && (isAscending ? lessThan(here, before) : lessThan(before, here)))
            return false;
        before = here;
    }
    return true;
}

} // namespace relay::gui
