// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionmodel.h"

namespace relay::gui {

enum class TopicColumn { Status, Topic, Publishers, Subscribers, In, Out, LastMinute, Drops, SlowReaders, Last };
inline constexpr int kTopicColumns = static_cast<int>(TopicColumn::Last) + 1;

struct TopicRow
{
    client::Topic topic;
    TopicHealth health;
    Status status = Status::Healthy;
    double dropRate = 0;              //!< messages/s over the last ten seconds
    Ring<float, kSparkSamples> spark; //!< bytes/s out, or in when nobody reads
    Ring<quint64, kDropSamples> drops;
};

/*!
 * All topics, one a row. Its status is the worst among its readers that lose or wait; a token that ends soon is the
 * reader's affair, not the topic's. Same manners as ConnectionModel. GUI thread only.
 */
class TopicModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Topics = QHash<QString, client::Topic>;
    using Clock = ConnectionModel::Clock;

    explicit TopicModel(Clock clock, QObject *parent = nullptr);

    //! Makes the rows equal to `topics`, keeping those that are in both.
    void syncTo(const Topics &topics);
    //! Once a second: samples rates, judges status.
    void tick(const QHash<QString, TopicHealth> &health);
    void setAsOf(qint64 asOf);
    void retranslate();

    [[nodiscard]] const QVector<TopicRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const QString &id) const { return m_rowOf.value(id, -1); }
    [[nodiscard]] qint64 now() const { return m_asOf != 0 ? m_asOf : m_clock(); }

    [[nodiscard]] static ColumnSpec spec(TopicColumn column);
    [[nodiscard]] static int compare(const TopicRow &a, const TopicRow &b, TopicColumn column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const TopicRow &row, TopicColumn column) const;
    [[nodiscard]] static ColumnSpec ownSpec(TopicColumn column);
    [[nodiscard]] static QVariant exported(const TopicRow &row, TopicColumn column);
    [[nodiscard]] QString explanation(const TopicRow &row, TopicColumn column) const;
    void removeMissing(const Topics &topics);
    void tellAllChanged();

    Clock m_clock;
    qint64 m_asOf = 0;
    QVector<TopicRow> m_rows;
    QHash<QString, int> m_rowOf;
};

} // namespace relay::gui
