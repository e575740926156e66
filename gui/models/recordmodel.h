// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/liveproxy.h"
#include "gui/models/record.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QVector>

#include <functional>
#include <optional>

namespace relay::gui {

/*!
 * Records of one kind, one a row, in the order in which they came; the oldest give way above kMost. GUI thread only.
 */
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; //!< ms since the epoch
    static constexpr int kMost = 2'000;

    RecordModel(RecordKind kind, Clock clock, QObject *parent = nullptr);

    //! Adds those whose id is not there yet, in order of their ids.
    void append(const QVector<Record> &records);
    //! Makes the rows equal to these, keeping those that are in both.
    void syncTo(const QVector<Record> &records);
    //! What there was is of another run of the relay. Also what waits; the rows go when they are let go on.
    void clear();
    //! What comes waits until it is let go on.
    void setFrozen(bool isFrozen);
    void tellTime(); //!< ages have grown

    [[nodiscard]] RecordKind kind() const { return m_kind; }
    [[nodiscard]] const QVector<Record> &records() const { return m_records; }
    [[nodiscard]] const QVector<Field> &fields() const { return m_fields; }
    [[nodiscard]] QVector<ColumnSpec> columns() const;
    [[nodiscard]] bool contains(quint64 id) const { return m_ids.contains(id); }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void dropRows(int first, int last);
    void dropAll();

    RecordKind m_kind;
    Clock m_clock;
    QVector<Field> m_fields;
    QVector<Record> m_records;
    QSet<quint64> m_ids;
    bool m_isFrozen = false;
    bool m_mustClear = false;                     //!< as soon as it is let go on
    QVector<Record> m_waiting;                    //!< to be appended
    std::optional<QVector<Record>> m_waitingSync; //!< to be made equal to
};

//! The records that the filter lets through: its words and names; figures and status do not count here.
class RecordProxy : public LiveProxy
{
    Q_OBJECT
public:
    explicit RecordProxy(RecordModel &model, QObject *parent = nullptr);

    [[nodiscard]] const Record &recordAt(int proxyRow) const;
    [[nodiscard]] int rowOf(quint64 id) const; //!< -1 when it is hidden or gone

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    RecordModel &m_model;
};

} // namespace relay::gui
