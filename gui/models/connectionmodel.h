// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectioncells.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QVector>

#include <array>
#include <functional>

namespace relay::gui {

//! How many connections there are of each status and kind.
struct ConnectionCounts
{
    std::array<int, 6> status {}; //!< by Status
    int video = 0;
    int data = 0;
    int shell = 0;
};

//! What is known of a topic from those connected to it.
struct TopicHealth
{
    int dropping = 0;
    int slow = 0;
    int open = 0;
    int idle = 0;
    qint64 lastInAt = 0;
};

/*!
 * All connections, one a row, in the order in which they came. Changes are taken silently and told in as few signals
 * as possible: per contiguous block, or once for the whole span. A row keeps its place and its memory as long as the
 * connection lives, even over a resynchronisation. GUI thread only; never blocks.
 */
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; //!< ms since the epoch
    using Connections = QHash<quint64, client::Connection>;

    explicit ConnectionModel(Clock clock, QObject *parent = nullptr);

    //! Makes the rows equal to `connections`, keeping those that are in both.
    void syncTo(const Connections &connections);
    //! Takes a delta; `connections` is the state after it.
    void apply(const QVector<quint64> &added, const QVector<quint64> &changed, const QVector<quint64> &removed,
               const Connections &connections);
    //! Once a second: samples rates, judges status, lets kicked rows go.
    void tick(const QHash<QString, client::Topic> &topics);
    //! Rows of these ids stay for two seconds as "Kicked" when their connection goes.
    void expectKicked(const QVector<quint64> &ids);
    void forgetKicked(const QVector<quint64> &ids); //!< the kick failed
    //! From now on the figures are of `asOf`; 0: they are live.
    void setAsOf(qint64 asOf);

    [[nodiscard]] const QVector<ConnectionRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(quint64 id) const { return m_rowOf.value(id, -1); }
    [[nodiscard]] qint64 now() const { return m_asOf != 0 ? m_asOf : m_clock(); }
    [[nodiscard]] ConnectionCounts counts() const;
    [[nodiscard]] QHash<QString, TopicHealth> topicHealth() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void add(const QVector<quint64> &ids, const Connections &connections);
    void removeOrLetGo(const QVector<quint64> &ids);
    void removeRowsOf(QVector<int> rows);
    void tellChanged(QVector<int> rows);
    void tellAllChanged();

    Clock m_clock;
    qint64 m_asOf = 0;
    QVector<ConnectionRow> m_rows;
    QHash<quint64, int> m_rowOf;
    QSet<quint64> m_expectedKicks;
};

} // namespace relay::gui
