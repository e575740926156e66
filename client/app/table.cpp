// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/table.h"

#include <algorithm>
#include <numeric>

namespace relay::client {

namespace {

constexpr int kGap = 2;

QString fitted(const QString &cell, int width, Table::Align align)
{
    if (cell.size() > width)
        return cell.left(width - 1) + QChar(0x2026);
    return align == Table::Align::Right ? cell.rightJustified(width) : cell.leftJustified(width);
}

} // namespace

Table::Table(const QVector<Column> &columns)
    : m_columns(columns)
{
}

void Table::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    m_rows << cells;
}

QString Table::text(int width, int maxRows) const
{
    const QVector<int> wide = widths(width);
    const auto line = [&](auto cellAt) -> QString {
        QString out;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            out += fitted(cellAt(i), wide[i], m_columns[i].align);
            if (i + 1 < m_columns.size())
                out += QString(kGap, QLatin1Char(' '));
        }
        while (out.endsWith(QLatin1Char(' ')))
            out.chop(1);
        return out + QLatin1Char('\n');
    };
    QString all = line([&](qsizetype i) { return m_columns[i].title; });
    const qsizetype shown = maxRows > 0 ? std::min<qsizetype>(maxRows, m_rows.size()) : m_rows.size();
    for (qsizetype row = 0; row < shown; ++row)
        all += line([&](qsizetype i) { return m_rows[row][i]; });
    return all;
}

QVector<int> Table::widths(int width) const
{
    QVector<int> wide;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        qsizetype most = m_columns[i].title.size();
        for (const QStringList &row : m_rows)
            most = std::max(most, row[i].size());
        wide << int(most);
    }
    int over = std::accumulate(wide.begin(), wide.end(), kGap * int(m_columns.size() - 1)) - width;
    for (qsizetype i = m_columns.size(); width > 0 && over > 0 && i-- > 0;) {
        if (m_columns[i].least == 0)
            continue;
        const int spare = std::max(0, wide[i] - m_columns[i].least);
        const int taken = std::min(spare, over);
        wide[i] -= taken;
        over -= taken;
    }
    return wide;
}

} // namespace relay::client
