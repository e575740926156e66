// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/denymodel.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <utility>

namespace relay::gui::guard {

DenyModel::DenyModel(Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(std::move(clock))
{
}

void DenyModel::setDenials(const QVector<Denial> &denials)
{
    // Rows that stay keep their place, so that selection and scroll do.
    QHash<QString, const Denial *> wanted;
    for (const Denial &denial : denials)
        wanted.insert(denial.id, &denial);
    for (int row = int(m_denials.size()) - 1; row >= 0; --row) {
        if (const Denial *same = wanted.take(m_denials.at(row).id)) {
            m_denials[row] = *same;
            continue;
        }
        beginRemoveRows({}, row, row);
        m_denials.remove(row);
        endRemoveRows();
    }
    QVector<Denial> added;
    for (const Denial &denial : denials)
        if (wanted.contains(denial.id))
            added.append(denial);
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_denials.size()), int(m_denials.size() + added.size()) - 1);
        m_denials += added;
        endInsertRows();
    }
    tick();
}

void DenyModel::tick()
{
    if (!m_denials.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kDenyColumns - 1));
}

void DenyModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kDenyColumns - 1);
    tick();
}

QString DenyModel::whatText(const QString &what)
{
    if (what == QLatin1String("subject"))
        return tr("Subject", "What is denied: whom a token was made for");
    if (what == QLatin1String("address"))
        return tr("Address", "What is denied");
    if (what == QLatin1String("hold"))
        return tr("Held off", "What is denied: an address on one topic, for a while");
    return tr("Booking", "What is denied");
}

QString DenyModel::text(const Denial &denial, DenyColumn column) const
{
    switch (column) {
    case DenyColumn::What: return whatText(denial.what);
    case DenyColumn::Key: return addresses::shown(denial.key());
    case DenyColumn::Until: return denial.until == 0 ? format::never() : format::dateTime(denial.until);
    case DenyColumn::Left: return denial.until == 0 ? format::missing() : format::remaining(denial.until - m_clock());
    case DenyColumn::Since: return denial.deniedAt == 0 ? format::missing() : format::dateTime(denial.deniedAt);
    case DenyColumn::By: return denial.by.isEmpty() ? format::missing() : denial.by;
    case DenyColumn::Reason: return denial.reason.isEmpty() ? format::missing() : denial.reason;
    }
    return {};
}

QVariant DenyModel::raw(const Denial &denial, DenyColumn column)
{
    switch (column) {
    case DenyColumn::What: return denial.what;
    case DenyColumn::Until:
    case DenyColumn::Left: return denial.until;
    case DenyColumn::Since: return denial.deniedAt;
    case DenyColumn::By: return denial.by;
    case DenyColumn::Reason: return denial.reason;
    default: return denial.id;
    }
}

//! For a file: times in ISO 8601, what never ends or is not known empty.
QVariant DenyModel::exported(const Denial &denial, DenyColumn column) const
{
    const auto time = [](qint64 at) {
        return at == 0 ? QVariant() : QDateTime::fromMSecsSinceEpoch(at).toUTC().toString(Qt::ISODateWithMs);
    };
    switch (column) {
    case DenyColumn::What: return denial.what.isEmpty() ? QStringLiteral("booking") : denial.what;
    case DenyColumn::Key: return denial.key();
    case DenyColumn::Until: return time(denial.until);
    case DenyColumn::Left: return denial.until == 0 ? QVariant() : std::max<qint64>(0, denial.until - m_clock()) / 1000;
    case DenyColumn::Since: return time(denial.deniedAt);
    default: return raw(denial, column);
    }
}

int DenyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_denials.size());
}

int DenyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kDenyColumns;
}

QVariant DenyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Denial &denial = m_denials.at(index.row());
    const auto column = static_cast<DenyColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(denial, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString title = spec(column).title;
        return title.isEmpty() ? text(denial, column) : QString(title + QStringLiteral(": ") + text(denial, column));
    }
    case Qt::TextAlignmentRole:
        return column == DenyColumn::Left ? QVariant(int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter))
                                          : QVariant();
    case RawRole: return raw(denial, column);
    case ExportRole: return exported(denial, column);
    case IdRole: return denial.id;
    case DimRole: return text(denial, column) == format::missing();
    case SecondaryRole: return column == DenyColumn::By || column == DenyColumn::Since;
    default: return {};
    }
}

QVariant DenyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kDenyColumns)
        return {};
    const ColumnSpec column = spec(static_cast<DenyColumn>(section));
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.description;
    case UnitRole: return column.unit;
    case CellKindRole: return static_cast<int>(column.kind);
    default: return {};
    }
}

ColumnSpec DenyModel::spec(DenyColumn column)
{
    switch (column) {
    case DenyColumn::What:
        return { .key = QStringLiteral("what"), .title = tr("Denied", "Column: what kind of thing"), .width = 104 };
    case DenyColumn::Key:
        return { .key = QStringLiteral("key"),
                 .title = tr("Which", "Column: the booking, the address"),
                 .kind = CellKind::Address,
                 .minimum = 160 };
    case DenyColumn::Until:
        return { .key = QStringLiteral("until"), .title = tr("Until", "Column"), .width = 132, .hidesAt = 2 };
    case DenyColumn::Left:
        return { .key = QStringLiteral("left"),
                 .title = tr("Left", "Column: time until it ends"),
                 .kind = CellKind::Number,
                 .width = 84,
                 .exportKey = QStringLiteral("left_s") };
    case DenyColumn::Since:
        return { .key = QStringLiteral("since"), .title = tr("Since", "Column"), .width = 132, .hidesAt = 1 };
    case DenyColumn::By: return { .key = QStringLiteral("by"), .title = tr("By", "Column: who did it"), .width = 112 };
    case DenyColumn::Reason:
        return {
            .key = QStringLiteral("reason"), .title = tr("Reason", "Column"), .width = 280, .namesAddresses = true
        };
    }
    return {};
}

DenyProxy::DenyProxy(DenyModel &model, QObject *parent)
    : LiveProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(static_cast<int>(DenyColumn::Since), Qt::DescendingOrder);
}

bool DenyProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (filter().isEmpty())
        return true;
    const Denial &denial = m_model.denials().at(sourceRow);
    client::Connection asConnection;
    asConnection.bookingId = denial.what.isEmpty() || denial.what == QLatin1String("booking") ? denial.id : QString();
    asConnection.address = denial.key();
    asConnection.userAgent = QStringList({ denial.by, denial.reason }).join(QLatin1Char(' ')); // for bare words
    return filter().matchesRecord({ asConnection, Status::Healthy, 0 }); // it has neither status nor figures
}

bool DenyProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RawRole);
    const QVariant b = right.data(RawRole);
    if (a.typeId() == QMetaType::LongLong && a != b)
        return a.toLongLong() < b.toLongLong();
    const int order = a.toString().compare(b.toString(), Qt::CaseInsensitive);
    return order != 0 ? order < 0 : m_model.denials().at(left.row()).id < m_model.denials().at(right.row()).id;
}

} // namespace relay::gui::guard
