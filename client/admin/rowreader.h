// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

/*!
 * Rows of a snapshot, delta or list into records, by the names of their columns: the server may add columns and change
 * their order. Unknown columns are skipped, missing ones leave the value as it is. Pure.
 */
namespace relay::client {

//! Sets the values of one record from one row; made once per column list.
template<typename Record>
class RowReader
{
public:
    using Setter = void (*)(Record &, const QJsonValue &);

    RowReader() = default;
    explicit RowReader(const QStringList &columns);

    void read(const QJsonArray &row, Record &record) const
    {
        const qsizetype count = qMin(row.size(), m_setters.size());
        for (qsizetype i = 0; i < count; ++i) {
            if (m_setters[i])
                m_setters[i](record, row[i]);
        }
    }
    [[nodiscard]] int idColumn() const { return m_idColumn; } //!< -1: rows cannot be told apart

private:
    QVector<Setter> m_setters;
    int m_idColumn = -1;
};

extern template class RowReader<Connection>;
extern template class RowReader<Topic>;
extern template class RowReader<Totals>;

//! The names of a "columns" member.
[[nodiscard]] QStringList readColumns(const QJsonValue &value);

//! For what has no record of its own: the values of a row by the names of their columns.
[[nodiscard]] QJsonObject rowAsObject(const QStringList &columns, const QJsonArray &row);
//! The rows of {columns, rows} so.
[[nodiscard]] QVector<QJsonObject> rowsAsObjects(const QJsonObject &list);

} // namespace relay::client
