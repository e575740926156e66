// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QHash>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

namespace relay::tests {

/*!
 * What a fake relayd pretends to carry. Topics and totals follow from the connections, so that a test states one thing
 * only. Everything that changed since the last takeChanges() is remembered by id. Pure; one thread.
 */
class FakeWorld
{
public:
    struct Changes
    {
        QSet<quint64> opened;  //!< or their facts changed
        QSet<quint64> counted; //!< numbers changed
        QSet<quint64> closed;
        QSet<QString> topics; //!< changed or gone
    };

    void set(const client::Connection &connection); //!< adds or replaces
    bool remove(quint64 id);                        //!< false: there was none
    void clear();

    //! Adds this many plausible connections on about a tenth as many topics; the same seed gives the same world.
    void populate(int count, quint32 seed = 1);
    //! Gives this share of the connections new numbers, as one second of traffic would.
    void tick(double share);

    [[nodiscard]] const QMap<quint64, client::Connection> &connections() const { return m_connections; }
    [[nodiscard]] const QHash<QString, client::Topic> &topics() const { return m_topics; }
    [[nodiscard]] client::Totals totals() const;
    [[nodiscard]] Changes takeChanges();

private:
    void countIn(const client::Connection &connection, int sign);
    void touch(client::Connection &connection, qint64 now);

    QMap<quint64, client::Connection> m_connections;
    QHash<QString, client::Topic> m_topics;
    Changes m_changes;
    QRandomGenerator m_random { 1 };
    quint64 m_lastId = 0;
    qint64 m_startedAt = 0;
};

} // namespace relay::tests
