// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/guard/denial.h"
#include "gui/models/column.h"
#include "gui/models/liveproxy.h"

#include <QAbstractTableModel>
#include <QVector>

#include <functional>

namespace relay::gui::guard {

enum class DenyColumn { What, Key, Until, Left, Since, By, Reason };
inline constexpr int kDenyColumns = static_cast<int>(DenyColumn::Reason) + 1;

//! The deny list as a table, in the order in which the relay tells it. GUI thread only.
class DenyModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; //!< ms since the epoch

    explicit DenyModel(Clock clock, QObject *parent = nullptr);

    void setDenials(const QVector<Denial> &denials);
    void tick(); //!< times that are left go on
    void retranslate();
    [[nodiscard]] const QVector<Denial> &denials() const { return m_denials; }
    [[nodiscard]] static ColumnSpec spec(DenyColumn column);
    [[nodiscard]] static QString whatText(const QString &what);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Denial &denial, DenyColumn column) const;
    [[nodiscard]] static QVariant raw(const Denial &denial, DenyColumn column);
    [[nodiscard]] QVariant exported(const Denial &denial, DenyColumn column) const;

    Clock m_clock;
    QVector<Denial> m_denials;
};

//! Those that the filter lets through: its bare words and booking: and address: count.
class DenyProxy : public LiveProxy
{
    Q_OBJECT
public:
    explicit DenyProxy(DenyModel &model, QObject *parent = nullptr);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    DenyModel &m_model;
};

} // namespace relay::gui::guard
