// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectionmodel.h"

#include "gui/models/format.h"

#include <algorithm>

namespace relay::gui {

namespace {

constexpr int kMaxBlocks = 64;           // more blocks than this cost more than one signal for the whole span
constexpr qint64 kKickedStaysMs = 2'000; // long enough to see what became of the row

} // namespace

ConnectionModel::ConnectionModel(Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(std::move(clock))
{
}

void ConnectionModel::syncTo(const Connections &connections)
{
    QVector<quint64> added;
    QVector<quint64> changed;
    QVector<quint64> removed;
    for (const ConnectionRow &row : std::as_const(m_rows)) {
        const auto it = connections.constFind(row.connection.id);
        if (it == connections.cend())
            removed.append(row.connection.id);
        else if (isSameConnection(*it, row.connection))
            changed.append(row.connection.id);
        else
            removed.append(row.connection.id), added.append(row.connection.id);
    }
    for (auto it = connections.cbegin(); it != connections.cend(); ++it)
        if (!m_rowOf.contains(it.key()))
            added.append(it.key());
    std::sort(added.begin(), added.end());
    apply(added, changed, removed, connections);
}

void ConnectionModel::apply(const QVector<quint64> &added, const QVector<quint64> &changed,
                            const QVector<quint64> &removed, const Connections &connections)
{
    removeOrLetGo(removed);
    QVector<int> dirty;
    dirty.reserve(changed.size());
    const qint64 at = now();
    for (const quint64 id : changed) {
        const auto row = m_rowOf.constFind(id);
        const auto connection = connections.constFind(id);
        if (row == m_rowOf.cend() || connection == connections.cend())
            continue;
        m_rows[*row].update(*connection);
        m_rows[*row].judgeAt(at);
        dirty.append(*row);
    }
    tellChanged(std::move(dirty));
    add(added, connections);
}

void ConnectionModel::add(const QVector<quint64> &ids, const Connections &connections)
{
    QVector<ConnectionRow> rows;
    const qint64 at = now();
    for (const quint64 id : ids) {
        const auto connection = connections.constFind(id);
        if (connection == connections.cend() || m_rowOf.contains(id))
            continue;
        ConnectionRow row;
        row.update(*connection);
        row.sample(0);
        row.judgeAt(at);
        rows.append(row);
    }
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (const ConnectionRow &row : std::as_const(rows)) {
        m_rowOf.insert(row.connection.id, static_cast<int>(m_rows.size()));
        m_rows.append(row);
    }
    endInsertRows();
}

void ConnectionModel::removeOrLetGo(const QVector<quint64> &ids)
{
    QVector<int> gone;
    QVector<int> leaving;
    const qint64 at = now();
    for (const quint64 id : ids) {
        const int row = rowOf(id);
        if (row < 0 || m_rows.at(row).leavesAt != 0)
            continue;
        if (!m_expectedKicks.remove(id)) {
            gone.append(row);
            continue;
        }
        m_rows[row].leavesAt = at + kKickedStaysMs;
        m_rows[row].judgeAt(at);
        leaving.append(row);
    }
    tellChanged(std::move(leaving));
    removeRowsOf(std::move(gone));
}

void ConnectionModel::removeRowsOf(QVector<int> rows)
{
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    for (qsizetype last = rows.size() - 1; last >= 0;) {
        qsizetype first = last;
        while (first > 0 && rows.at(first - 1) == rows.at(first) - 1)
            --first;
        const int from = rows.at(first);
        const int to = rows.at(last);
        beginRemoveRows({}, from, to);
        for (int row = from; row <= to; ++row)
            m_rowOf.remove(m_rows.at(row).connection.id);
        m_rows.remove(from, to - from + 1);
        // Listeners of rowsRemoved may ask for rows by id, so the numbers are right before endRemoveRows().
        for (int row = from; row < m_rows.size(); ++row)
            m_rowOf[m_rows.at(row).connection.id] = row;
        endRemoveRows();
        last = first - 1;
    }
}

void ConnectionModel::tick(const QHash<QString, client::Topic> &topics)
{
    const qint64 at = now();
    QVector<int> left;
    for (int i = 0; i < m_rows.size(); ++i) {
        ConnectionRow &row = m_rows[i];
        if (row.leavesAt != 0) {
            if (at >= row.leavesAt)
                left.append(i);
            continue;
        }
        const auto topic = topics.constFind(row.connection.topic);
        row.sample(topic == topics.cend() ? 0 : topic->inRate);
        row.judgeAt(at);
    }
    tellAllChanged();
    removeRowsOf(std::move(left));
}

void ConnectionModel::expectKicked(const QVector<quint64> &ids)
{
    for (const quint64 id : ids)
        if (m_rowOf.contains(id))
            m_expectedKicks.insert(id);
}

void ConnectionModel::forgetKicked(const QVector<quint64> &ids)
{
    for (const quint64 id : ids)
        m_expectedKicks.remove(id);
}

void ConnectionModel::setAsOf(qint64 asOf)
{
    m_asOf = asOf;
    tellAllChanged();
}

void ConnectionModel::tellChanged(QVector<int> rows)
{
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    const auto tell
        = [this](int from, int to) { Q_EMIT dataChanged(index(from, 0), index(to, kConnectionColumns - 1)); };
    int blocks = 1;
    for (qsizetype i = 1; i < rows.size(); ++i)
        blocks += rows.at(i) > rows.at(i - 1) + 1 ? 1 : 0;
    if (blocks > kMaxBlocks) {
        tell(rows.first(), rows.last());
        return;
    }
    int from = rows.first();
    for (qsizetype i = 1; i <= rows.size(); ++i) {
        if (i < rows.size() && rows.at(i) <= rows.at(i - 1) + 1)
            continue;
        tell(from, rows.at(i - 1));
        if (i < rows.size())
            from = rows.at(i);
    }
}

void ConnectionModel::tellAllChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, kConnectionColumns - 1));
}

ConnectionCounts ConnectionModel::counts() const
{
    ConnectionCounts counts;
    for (const ConnectionRow &row : m_rows) {
        ++counts.status[static_cast<size_t>(row.status)];
        if (row.connection.kind == QLatin1String("video"))
            ++counts.video;
        else if (row.connection.kind == QLatin1String("stream"))
            ++counts.shell;
        else
            ++counts.data;
    }
    return counts;
}

QHash<QString, TopicHealth> ConnectionModel::topicHealth() const
{
    QHash<QString, TopicHealth> health;
    for (const ConnectionRow &row : m_rows) {
        TopicHealth &topic = health[row.connection.topic];
        ++topic.open;
        topic.dropping += row.status == Status::Dropping ? 1 : 0;
        topic.slow += row.status == Status::Slow ? 1 : 0;
        topic.idle += row.status == Status::Idle ? 1 : 0;
        topic.lastInAt = std::max(topic.lastInAt, row.connection.lastInAt);
    }
    return health;
}

void ConnectionModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kConnectionColumns - 1);
    tellAllChanged();
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kConnectionColumns;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ConnectionRow &row = m_rows.at(index.row());
    const auto column = static_cast<ConnectionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell::text(row, column, now());
    case Qt::ToolTipRole: return cell::explanation(row, column, now());
    case Qt::AccessibleTextRole:
        return QVariant(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ")
                        + (column == ConnectionColumn::LastMinute ? cell::explanation(row, column, now())
                                                                  : cell::text(row, column, now())));
    case RawRole: return cell::raw(row, column, now());
    case ExportRole: return cell::exported(row, column, now());
    case CauseRole: return static_cast<int>(cell::cause(row, column));
    case StatusRole: return static_cast<int>(row.status);
    case SparkRole: return QVariant::fromValue(row.spark.toVector());
    case SparkScaleRole: return row.sparkScale;
    case ShareRole:
        return std::min(1.0, static_cast<double>(row.connection.queuedBytes) / static_cast<double>(kQueueCap));
    case KindIconRole: return format::kindIcon(row.connection.kind);
    case DimRole: return cell::isDim(row, column, now());
    case SecondaryRole: return column == ConnectionColumn::Role;
    case IdRole: return row.connection.id;
    default: return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kConnectionColumns)
        return {};
    const ColumnSpec spec = cell::spec(static_cast<ConnectionColumn>(section));
    switch (role) {
    case Qt::DisplayRole: return spec.title;
    case Qt::ToolTipRole: return spec.description.isEmpty() ? spec.title : spec.description;
    case UnitRole: return spec.unit;
    case CellKindRole: return static_cast<int>(spec.kind);
    default: return {};
    }
}

} // namespace relay::gui
