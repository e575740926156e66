// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/recordmodel.h"

#include "gui/models/format.h"

#include <algorithm>
#include <utility>

namespace relay::gui {

RecordModel::RecordModel(RecordKind kind, Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_clock(std::move(clock))
    , m_fields(fieldsOf(kind))
{
}

QVector<ColumnSpec> RecordModel::columns() const
{
    QVector<ColumnSpec> columns;
    for (const Field &field : m_fields)
        columns.append(field.spec);
    return columns;
}

void RecordModel::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    if (isFrozen)
        return;
    if (std::exchange(m_mustClear, false))
        dropAll();
    if (const auto waiting = std::exchange(m_waitingSync, std::nullopt))
        syncTo(*waiting);
    append(std::exchange(m_waiting, {}));
}

void RecordModel::append(const QVector<Record> &records)
{
    if (m_isFrozen) {
        m_waiting += records;
        if (m_waiting.size() > kMost)
            m_waiting.remove(0, m_waiting.size() - kMost);
        return;
    }
    QVector<Record> fresh;
    for (const Record &record : records) {
        if (record.id == 0 || m_ids.contains(record.id) || record.values.size() != m_fields.size())
            continue;
        m_ids.insert(record.id);
        fresh.append(record);
    }
    std::sort(fresh.begin(), fresh.end(), [](const Record &a, const Record &b) { return a.id < b.id; });
    while (fresh.size() > kMost)
        m_ids.remove(fresh.takeFirst().id);
    if (fresh.isEmpty())
        return;
    if (const int over = static_cast<int>(m_records.size() + fresh.size()) - kMost; over > 0)
        dropRows(0, std::min<int>(over, static_cast<int>(m_records.size())) - 1);
    const int first = static_cast<int>(m_records.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_records += fresh;
    endInsertRows();
}

void RecordModel::dropRows(int first, int last)
{
    if (last < first)
        return;
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        m_ids.remove(m_records.at(row).id);
    m_records.remove(first, last - first + 1);
    endRemoveRows();
}

void RecordModel::syncTo(const QVector<Record> &records)
{
    if (m_isFrozen) {
        m_waitingSync = records;
        return;
    }
    QHash<quint64, const Record *> wanted;
    for (const Record &record : records)
        wanted.insert(record.id, &record);
    for (int row = static_cast<int>(m_records.size()) - 1; row >= 0; --row) {
        const auto same = wanted.constFind(m_records.at(row).id);
        if (same == wanted.cend())
            dropRows(row, row);
        else
            m_records[row] = **same;
    }
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_records.size()) - 1, columnCount() - 1));
    append(records);
}

void RecordModel::clear()
{
    m_waiting.clear(); // or they would come back, and hide those that have their numbers now
    m_waitingSync.reset();
    m_mustClear = m_isFrozen;
    if (!m_isFrozen)
        dropAll();
}

void RecordModel::dropAll()
{
    dropRows(0, static_cast<int>(m_records.size()) - 1);
}

void RecordModel::tellTime()
{
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_records.size()) - 1, columnCount() - 1));
}

void RecordModel::retranslate()
{
    m_fields = fieldsOf(m_kind);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    tellTime();
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_records.size())
        return {};
    const Record &record = m_records.at(index.row());
    const int column = index.column();
    const Field &field = m_fields.at(column);
    switch (role) {
    case Qt::DisplayRole: return record::text(record, column, field, m_clock());
    case Qt::ToolTipRole: return record::explanation(record, column, field, m_clock());
    case Qt::AccessibleTextRole:
        return QVariant(field.spec.title + QStringLiteral(": ") + record::text(record, column, field, m_clock()));
    case RawRole: return record.values.at(column);
    case ExportRole: return record::exported(record, column, field);
    case StatusRole: return static_cast<int>(record::statusOf(record, column, field));
    case StatusIconRole: return record::iconOf(record, column, field);
    case KindIconRole:
        return record.values.at(column).toString().isEmpty() ? QString()
            : record.kind.isEmpty()                          ? QStringLiteral("topic") // not told
                                                             : format::kindIcon(record.kind);
    case DimRole: return record::text(record, column, field, m_clock()) == format::missing();
    case IdRole: return record.id;
    default: return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_fields.size())
        return {};
    const ColumnSpec &spec = m_fields.at(section).spec;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return spec.title;
    case UnitRole: return spec.unit;
    case CellKindRole: return static_cast<int>(spec.kind);
    default: return {};
    }
}

RecordProxy::RecordProxy(RecordModel &model, QObject *parent)
    : LiveProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

const Record &RecordProxy::recordAt(int proxyRow) const
{
    return m_model.records().at(mapToSource(index(proxyRow, 0)).row());
}

int RecordProxy::rowOf(quint64 id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (recordAt(row).id == id)
            return row;
    return -1;
}

bool RecordProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (filter().isEmpty())
        return true;
    const Record &record = m_model.records().at(sourceRow);
    client::Connection asConnection;
    asConnection.kind = record.kind;
    QStringList words;
    for (int i = 0; i < m_model.fields().size(); ++i) {
        const Field &field = m_model.fields().at(i);
        const QString text = record.values.at(i).toString();
        if (field.type == FieldType::Topic)
            asConnection.topic = text;
        else if (field.type == FieldType::Address && asConnection.address.isEmpty())
            asConnection.address = text;
        else if (field.spec.key == QLatin1String("bookingId"))
            asConnection.bookingId = text;
        else if (field.spec.key == QLatin1String("role"))
            asConnection.role = text;
        else if (field.type == FieldType::Text || field.type == FieldType::Level)
            words += text; // as it was told, and as it is shown
        if (field.type == FieldType::Text || field.type == FieldType::Level)
            words += text.isEmpty() ? QString() : format::unmarked(record::text(record, i, field, 0));
    }
    asConnection.userAgent = words.join(QLatin1Char('\n'));
    return filter().matchesRecord({ asConnection, Status::Healthy, 0 });
}

bool RecordProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Record &a = m_model.records().at(left.row());
    const Record &b = m_model.records().at(right.row());
    const int order = record::compare(a, b, left.column(), m_model.fields().at(left.column()));
    return order != 0 ? order < 0 : a.id < b.id;
}

} // namespace relay::gui
