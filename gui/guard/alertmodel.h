// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/happenings.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QVector>

namespace relay::gui::guard {

/*!
 * The rules of a relay's alerts with what each one says now: a row for each rule. Thresholds, times and whether a rule
 * holds can be edited; the changes wait until they are saved. GUI thread only.
 */
class AlertModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, MetricColumn, ThresholdColumn, ForColumn, NowColumn, SinceColumn, ColumnCount };
    enum Role {
        TroubleRole = Qt::UserRole, //!< bool: the rule says that something is wrong
        UnitTextRole,               //!< QString: behind a threshold
        DirtyRole,                  //!< bool: changed and not saved
    };

    explicit AlertModel(QObject *parent = nullptr);

    //! What the relay has. Rules that were changed here and not saved stay as they are here.
    void setRules(const QVector<client::AlertRule> &rules);
    void setActive(const QVector<client::ActiveAlert> &active);
    void setEditable(bool isEditable);
    void revert();
    void retranslate();
    [[nodiscard]] const QVector<client::AlertRule> &rules() const { return m_rules; } //!< with the changes
    [[nodiscard]] bool isDirty() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void dirtyChanged();

private:
    [[nodiscard]] QString text(int row, Column column) const;
    void tellAll();

    QVector<client::AlertRule> m_rules;
    QVector<client::AlertRule> m_saved;
    QHash<QString, client::ActiveAlert> m_active; //!< by rule
    bool m_isEditable = false;
};

} // namespace relay::gui::guard
