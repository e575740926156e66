// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/topicmodel.h"

#include "gui/models/format.h"

#include <QDateTime>

#include <algorithm>

namespace relay::gui {

namespace {

Status judgeTopic(const TopicRow &row)
{
    if (row.health.dropping > 0)
        return Status::Dropping;
    if (row.health.slow > 0)
        return Status::Slow;
    return row.health.open > 0 && row.health.idle == row.health.open ? Status::Idle : Status::Healthy;
}

//! Two cameras into one picture: allowed, but hardly meant.
bool hasTooManyPublishers(const TopicRow &row)
{
    return row.topic.kind == QLatin1String("video") && row.topic.publishers > 1;
}

Cause causeOf(const TopicRow &row, TopicColumn column)
{
    if (column == TopicColumn::Drops && row.status == Status::Dropping)
        return Cause::Solid;
    if (column == TopicColumn::SlowReaders && row.health.dropping + row.health.slow > 0)
        return Cause::Tint;
    if (column == TopicColumn::Publishers && hasTooManyPublishers(row))
        return Cause::Tint;
    return Cause::None;
}

bool isDim(const TopicRow &row, TopicColumn column)
{
    switch (column) {
    case TopicColumn::Publishers: return row.topic.publishers == 0;
    case TopicColumn::Subscribers: return row.topic.subscribers == 0;
    case TopicColumn::In: return row.topic.inRate == 0;
    case TopicColumn::Out: return row.topic.outRate == 0;
    case TopicColumn::Drops: return row.dropRate == 0;
    case TopicColumn::SlowReaders: return row.health.dropping + row.health.slow == 0;
    case TopicColumn::Last: return row.health.lastInAt == 0;
    default: return false;
    }
}

} // namespace

TopicModel::TopicModel(Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(std::move(clock))
{
}

void TopicModel::syncTo(const Topics &topics)
{
    removeMissing(topics);
    QVector<QString> added;
    for (auto it = topics.cbegin(); it != topics.cend(); ++it) {
        const auto row = m_rowOf.constFind(it.key());
        if (row == m_rowOf.cend())
            added.append(it.key());
        else
            m_rows[*row].topic = *it;
    }
    tellAllChanged();
    if (added.isEmpty())
        return;
    std::sort(added.begin(), added.end());
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    for (const QString &id : std::as_const(added)) {
        m_rowOf.insert(id, static_cast<int>(m_rows.size()));
        m_rows.append(TopicRow());
        m_rows.last().topic = topics.value(id);
    }
    endInsertRows();
}

void TopicModel::removeMissing(const Topics &topics)
{
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (topics.contains(m_rows.at(last).topic.id))
            continue;
        int first = last;
        while (first > 0 && !topics.contains(m_rows.at(first - 1).topic.id))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rowOf.remove(m_rows.at(row).topic.id);
        m_rows.remove(first, last - first + 1);
        for (int row = first; row < m_rows.size(); ++row)
            m_rowOf[m_rows.at(row).topic.id] = row;
        endRemoveRows();
        last = first;
    }
}

void TopicModel::tick(const QHash<QString, TopicHealth> &health)
{
    for (TopicRow &row : m_rows) {
        row.health = health.value(row.topic.id);
        row.spark.push(static_cast<float>(row.topic.outRate > 0 ? row.topic.outRate : row.topic.inRate));
        row.drops.push(row.topic.dropped);
        // The sum falls when a reader that lost messages leaves.
        const quint64 lost = row.drops.last() > row.drops.first() ? row.drops.last() - row.drops.first() : 0;
        row.dropRate = row.drops.size() < 2 ? 0 : static_cast<double>(lost) / (row.drops.size() - 1);
        row.status = judgeTopic(row);
    }
    tellAllChanged();
}

void TopicModel::setAsOf(qint64 asOf)
{
    m_asOf = asOf;
    tellAllChanged();
}

void TopicModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kTopicColumns - 1);
    tellAllChanged();
}

void TopicModel::tellAllChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, kTopicColumns - 1));
}

ColumnSpec TopicModel::spec(TopicColumn column)
{
    static const QHash<QString, QString> exportKeys {
        { QStringLiteral("in"), QStringLiteral("in_bytes_per_s") },
        { QStringLiteral("out"), QStringLiteral("out_bytes_per_s") },
        { QStringLiteral("drops"), QStringLiteral("drops_per_s") },
        { QStringLiteral("slow"), QStringLiteral("slow_readers") },
        { QStringLiteral("last"), QStringLiteral("last_at") },
    };
    ColumnSpec spec = ownSpec(column);
    spec.exportKey = exportKeys.value(spec.key);
    return spec;
}

ColumnSpec TopicModel::ownSpec(TopicColumn column)
{
    const auto number = [](const char *key, const QString &title, int width, int hidesAt, const QString &unit = {}) {
        return ColumnSpec { .key = QString::fromLatin1(key),
                            .title = title,
                            .unit = unit,
                            .kind = CellKind::Number,
                            .width = width,
                            .hidesAt = hidesAt };
    };
    switch (column) {
    case TopicColumn::Status:
        return { .key = QStringLiteral("status"), .title = tr("Status"), .kind = CellKind::Status, .width = 116 };
    case TopicColumn::Topic:
        return { .key = QStringLiteral("topic"), .title = tr("Topic"), .kind = CellKind::Topic, .minimum = 148 };
    case TopicColumn::Publishers: return number("publishers", tr("Publishers"), 92, 0);
    case TopicColumn::Subscribers: return number("subscribers", tr("Subscribers"), 100, 0);
    case TopicColumn::In:
        return number("in", tr("In", "Column: what the publishers of a topic send"), 96, 2, QStringLiteral("Mbit/s"));
    case TopicColumn::Out:
        return number("out", tr("Out", "Column: what the readers of a topic get"), 96, 0, QStringLiteral("Mbit/s"));
    case TopicColumn::LastMinute:
        return { .key = QStringLiteral("lastminute"),
                 .title = tr("Last minute"),
                 .kind = CellKind::Spark,
                 .width = 88,
                 .hidesAt = 3 };
    case TopicColumn::Drops: return number("drops", tr("Drops"), 84, 0, QStringLiteral("/s"));
    case TopicColumn::SlowReaders: return number("slow", tr("Slow readers"), 96, 0);
    case TopicColumn::Last:
        return number("last", tr("Last", "Column: time since the last message"), 88, 1, tr("s ago"));
    }
    return {};
}

int TopicModel::compare(const TopicRow &a, const TopicRow &b, TopicColumn column)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    switch (column) {
    case TopicColumn::Status: {
        const int byRank = order(sortRank(a.status), sortRank(b.status));
        return byRank != 0 ? byRank : order(qRound64(b.dropRate), qRound64(a.dropRate));
    }
    case TopicColumn::Topic: return a.topic.id.compare(b.topic.id);
    case TopicColumn::Publishers: return order(a.topic.publishers, b.topic.publishers);
    case TopicColumn::Subscribers: return order(a.topic.subscribers, b.topic.subscribers);
    case TopicColumn::In: return order(a.topic.inRate, b.topic.inRate);
    case TopicColumn::Out:
    case TopicColumn::LastMinute: return order(a.topic.outRate, b.topic.outRate);
    case TopicColumn::Drops: return order(a.dropRate, b.dropRate);
    case TopicColumn::SlowReaders: return order(a.health.dropping + a.health.slow, b.health.dropping + b.health.slow);
    case TopicColumn::Last: return order(b.health.lastInAt, a.health.lastInAt);
    }
    return 0;
}

QString TopicModel::text(const TopicRow &row, TopicColumn column) const
{
    switch (column) {
    case TopicColumn::Status: return statusWord(row.status);
    case TopicColumn::Topic: return format::topic(row.topic.id);
    case TopicColumn::Publishers: return format::count(row.topic.publishers);
    case TopicColumn::Subscribers: return format::count(row.topic.subscribers);
    case TopicColumn::In: return format::mbits(row.topic.inRate);
    case TopicColumn::Out: return format::mbits(row.topic.outRate);
    case TopicColumn::LastMinute: return {};
    case TopicColumn::Drops: return format::perSecond(row.dropRate);
    case TopicColumn::SlowReaders: return format::count(row.health.dropping + row.health.slow);
    case TopicColumn::Last:
        return row.health.lastInAt == 0 ? format::missing() : format::seconds(now() - row.health.lastInAt);
    }
    return {};
}

QVariant TopicModel::exported(const TopicRow &row, TopicColumn column)
{
    switch (column) {
    case TopicColumn::Status: return statusFilter(row.status);
    case TopicColumn::Topic: return row.topic.id;
    case TopicColumn::Publishers: return row.topic.publishers;
    case TopicColumn::Subscribers: return row.topic.subscribers;
    case TopicColumn::In: return row.topic.inRate;
    case TopicColumn::Out:
    case TopicColumn::LastMinute: return row.topic.outRate;
    case TopicColumn::Drops: return row.dropRate;
    case TopicColumn::SlowReaders: return row.health.dropping + row.health.slow;
    case TopicColumn::Last:
        return row.health.lastInAt == 0
            ? QVariant()
            : QDateTime::fromMSecsSinceEpoch(row.health.lastInAt).toUTC().toString(Qt::ISODateWithMs);
    }
    return {};
}

QString TopicModel::explanation(const TopicRow &row, TopicColumn column) const
{
    switch (column) {
    case TopicColumn::Topic: return row.topic.id;
    case TopicColumn::Status:
    case TopicColumn::SlowReaders:
        return tr("Of its readers, %1 lose messages and %2 are slow.")
            .arg(format::count(row.health.dropping), format::count(row.health.slow));
    case TopicColumn::Publishers:
        return hasTooManyPublishers(row)
            ? tr(
                "More than one publisher sends video here: readers get their pictures mixed. Kick the one that does not belong.")
            : text(row, column);
    case TopicColumn::LastMinute: {
        const format::Quantity rate = format::rate(row.spark.isEmpty() ? 0 : row.spark.last());
        return tr("Delivered in the last minute; now %1 %2").arg(rate.value, rate.unit);
    }
    case TopicColumn::Drops:
        return tr("%1 messages dropped in all").arg(format::count(static_cast<qint64>(row.topic.dropped)));
    default: return text(row, column);
    }
}

int TopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TopicModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTopicColumns;
}

QVariant TopicModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TopicRow &row = m_rows.at(index.row());
    const auto column = static_cast<TopicColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return explanation(row, column);
    case Qt::AccessibleTextRole:
        return QVariant(spec(column).title + QStringLiteral(": ")
                        + (column == TopicColumn::LastMinute ? explanation(row, column) : text(row, column)));
    case RawRole:
        return column == TopicColumn::In ? row.topic.inRate
            : column == TopicColumn::Out ? row.topic.outRate
                                         : QVariant(text(row, column));
    case ExportRole: return exported(row, column);
    case CauseRole: return static_cast<int>(causeOf(row, column));
    case StatusRole:
        // The line of a topic is the sum of many readers: it keeps its colour, the cells beside it name the trouble.
        if (column == TopicColumn::LastMinute)
            return static_cast<int>(Status::Healthy);
        return static_cast<int>(column == TopicColumn::Publishers && hasTooManyPublishers(row) ? Status::Slow
                                                                                               : row.status);
    case SparkRole: return QVariant::fromValue(row.spark.toVector());
    case KindIconRole: return format::kindIcon(row.topic.kind);
    case DimRole: return isDim(row, column);
    case IdRole: return row.topic.id;
    default: return {};
    }
}

QVariant TopicModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kTopicColumns)
        return {};
    const ColumnSpec column = spec(static_cast<TopicColumn>(section));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return column.title;
    case UnitRole: return column.unit;
    case CellKindRole: return static_cast<int>(column.kind);
    default: return {};
    }
}

} // namespace relay::gui
