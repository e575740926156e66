// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/alertmodel.h"

#include "gui/models/alertwords.h"
#include "gui/models/format.h"

#include <algorithm>

namespace relay::gui::guard {

namespace {

bool isSameExceptEdits(const QVector<client::AlertRule> &a, const QVector<client::AlertRule> &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto &left, const auto &right) {
               return left.id == right.id;
           });
}

} // namespace

AlertModel::AlertModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void AlertModel::setRules(const QVector<client::AlertRule> &rules)
{
    const bool wasDirty = isDirty();
    if (isSameExceptEdits(rules, m_saved)) {
        for (qsizetype i = 0; i < rules.size(); ++i) {
            if (m_rules.at(i) == m_saved.at(i))
                m_rules[i] = rules.at(i);
            m_saved[i] = rules.at(i);
        }
        tellAll();
    } else {
        beginResetModel();
        m_rules = m_saved = rules;
        endResetModel();
    }
    if (wasDirty != isDirty())
        Q_EMIT dirtyChanged();
}

void AlertModel::setActive(const QVector<client::ActiveAlert> &active)
{
    m_active.clear();
    for (const client::ActiveAlert &each : active)
        m_active.insert(each.id, each);
    tellAll();
}

void AlertModel::setEditable(bool isEditable)
{
    if (isEditable == m_isEditable)
        return;
    m_isEditable = isEditable;
    tellAll();
}

void AlertModel::revert()
{
    m_rules = m_saved;
    tellAll();
    Q_EMIT dirtyChanged();
}

bool AlertModel::isDirty() const
{
    return m_rules != m_saved;
}

void AlertModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellAll();
}

void AlertModel::tellAll()
{
    if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AlertModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int AlertModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AlertModel::text(int row, Column column) const
{
    const client::AlertRule &rule = m_rules.at(row);
    const auto active = m_active.constFind(rule.id);
    const bool isActive = active != m_active.cend();
    switch (column) {
    case StateColumn:
        //: state of an alert rule
        return isActive      ? tr("Alert")
            : rule.isEnabled ? tr("Quiet", "State of an alert rule")
                             : tr("Off", "State of an alert rule");
    case MetricColumn: return alertwords::metricText(rule.metric);
    case ThresholdColumn:
        //: when an alert is raised: "above 200 ms"
        return (rule.isBelow ? tr("below %1") : tr("above %1")).arg(alertwords::valueText(rule.metric, rule.threshold));
    case ForColumn: return rule.forMs == 0 ? tr("at once", "An alert is raised") : format::age(rule.forMs);
    case NowColumn: return isActive ? alertwords::valueText(rule.metric, active->value) : format::missing();
    case SinceColumn: return isActive ? format::clock(active->since) : format::missing();
    default: return {};
    }
}

QVariant AlertModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const client::AlertRule &rule = m_rules.at(index.row());
    const auto column = static_cast<Column>(index.column());
    const bool isActive = m_active.contains(rule.id);
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column);
    case Qt::EditRole:
        return column == ThresholdColumn ? QVariant(alertwords::shownValue(rule.metric, rule.threshold))
            : column == ForColumn        ? QVariant(int(rule.forMs / 1000))
                                         : QVariant();
    case Qt::CheckStateRole:
        return column == StateColumn ? QVariant(int(rule.isEnabled ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return isActive ? alertwords::sentence(rule, m_active.value(rule.id)) : text(index.row(), column);
    case Qt::TextAlignmentRole:
        return column >= NowColumn ? QVariant(int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)) : QVariant();
    case TroubleRole: return isActive && (column == StateColumn || column == NowColumn);
    case UnitTextRole: return alertwords::unitText(rule.metric);
    case DirtyRole: return rule != m_saved.at(index.row());
    default: return {};
    }
}

bool AlertModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_isEditable || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const client::AlertRule before = m_rules.at(index.row());
    client::AlertRule &rule = m_rules[index.row()];
    if (role == Qt::CheckStateRole && index.column() == StateColumn)
        rule.isEnabled = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole && index.column() == ThresholdColumn && value.toDouble() >= 0)
        rule.threshold = alertwords::rawValue(rule.metric, value.toDouble());
    else if (role == Qt::EditRole && index.column() == ForColumn && value.toInt() >= 0)
        rule.forMs = qint64(value.toInt()) * 1000;
    if (rule == before)
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT dirtyChanged();
    return true;
}

Qt::ItemFlags AlertModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || !m_isEditable)
        return flags;
    if (index.column() == StateColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == ThresholdColumn || index.column() == ForColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= NowColumn ? QVariant(int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)) : QVariant();
    if (role == Qt::ToolTipRole && section == ForColumn)
        return tr("How long it must be so before the alert is raised");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State", "Column of the alerts");
    case MetricColumn: return tr("What", "Column of the alerts");
    case ThresholdColumn: return tr("Raised when", "Column of the alerts");
    case ForColumn: return tr("For", "Column of the alerts: how long it must last");
    case NowColumn: return tr("Now", "Column of the alerts: the figure");
    default: return tr("Since", "Column of the alerts");
    }
}

} // namespace relay::gui::guard
