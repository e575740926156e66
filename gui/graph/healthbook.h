// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/models/connectionrow.h"
#include "gui/models/ring.h"
#include "gui/models/status.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace relay::gui::graph {

//! What has to be remembered to say how one connection is doing.
struct Health
{
    Status status = Status::Healthy;
    double dropRate = 0; //!< messages/s over the last ten seconds
    StatusMemory memory;
    Ring<quint64, kDropSamples> drops;
};

/*!
 * How every connection of a mirror is doing, and what every topic used to get. Follows the mirror by itself; judges
 * nothing while contact is lost, so that the last verdicts stay. GUI thread.
 */
class HealthBook : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; //!< ms since the epoch
    explicit HealthBook(const client::Mirror &mirror, QObject *parent = nullptr);

    //! Of a test, which from then on also says when to look.
    void setClock(Clock clock);
    [[nodiscard]] qint64 now() const { return m_clock(); }
    //! One look at everything; a timer does so every second.
    void look();

    //! Healthy for a connection that is not known.
    [[nodiscard]] Health of(quint64 id) const { return m_health.value(id); }
    [[nodiscard]] Status statusOf(quint64 id) const { return m_health.value(id).status; }
    //! The mean of what the topic got in the last five minutes, bytes/s; none before there are 30 s of it.
    [[nodiscard]] std::optional<double> meanInRate(const QString &topic) const;

private:
    static constexpr int kTopicSamples = 60; //!< five minutes at one in five seconds

    void judgeOne(const client::Connection &connection, qint64 now);
    void judge(const QVector<quint64> &ids);
    void forget(const QVector<quint64> &ids);
    void reset();
    void sampleTopics();

    const client::Mirror &m_mirror;
    Clock m_clock;
    QHash<quint64, Health> m_health;
    QHash<QString, Ring<double, kTopicSamples>> m_topics;
    QTimer m_second;
    int m_looks = 0;
};

} // namespace relay::gui::graph
