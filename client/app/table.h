// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace relay::client {

/*!
 * A table for people: aligned columns with a head, one line a row, cut to the terminal's width by shortening the
 * columns that may be shortened, the last first. Text from outside must be escaped before. Pure.
 */
class Table
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
        int least = 0; //!< characters that must stay; 0: never shortened
    };

    explicit Table(const QVector<Column> &columns);
    void addRow(const QStringList &cells); //!< as many as there are columns
    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }

    //! Lines ended by newlines; width 0: as wide as it gets. At most maxRows rows when that is above 0.
    [[nodiscard]] QString text(int width, int maxRows = 0) const;

private:
    [[nodiscard]] QVector<int> widths(int width) const;

    QVector<Column> m_columns;
    QVector<QStringList> m_rows;
};

} // namespace relay::client
