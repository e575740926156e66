// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/palette/palettemodel.h"

#include "gui/models/format.h"

#include <utility>

namespace relay::gui {

void PaletteModel::setItems(QVector<PaletteItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int PaletteModel::nextEntry(int row, int direction) const
{
    for (int next = row; next >= 0 && next < m_items.size(); next += direction)
        if (!m_items.at(next).isHead)
            return next;
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::AccessibleTextRole: {
        QStringList parts { item.text, item.detail, item.key };
        parts.removeAll(QString());
        return format::enumeration(parts);
    }
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (m_items.at(index.row()).isHead)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace relay::gui
