// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "client/admin/rowreader.h"

#include <QHash>
#include <QJsonArray>
#include <QVector>

#include <memory>

//! One state of a relayd as put together from the four streams, and the rules for each stream's rows. Pure.
namespace relay::client {

struct Picture
{
    QHash<quint64, Connection> connections;
    QHash<quint64, Connection> early; //!< numbers that came before their connection's facts
    QHash<QString, Topic> topics;
    Totals totals;
};

//! What one update did to the connections.
struct ConnectionChanges
{
    QVector<quint64> added;
    QVector<quint64> changed;
    QVector<quint64> removed;

    [[nodiscard]] bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
    void sort();
};

/*!
 * One stream's way into a picture. A snapshot is collected and put in place as a whole by commit(); an update is
 * applied at once.
 */
class Feed
{
public:
    virtual ~Feed() = default;
    virtual void setColumns(const QStringList &columns) = 0;
    void begin() { m_collected.clear(); }
    void collect(const QJsonArray &rows);
    void commit(Picture &picture);
    virtual void update(const QJsonArray &set, const QJsonArray &removed, Picture &picture, ConnectionChanges &changes)
        = 0;

protected:
    virtual void replace(const QVector<QJsonArray> &rows, Picture &picture) = 0;

private:
    QVector<QJsonArray> m_collected;
};

[[nodiscard]] std::unique_ptr<Feed> makeFactsFeed();   //!< "connections"
[[nodiscard]] std::unique_ptr<Feed> makeNumbersFeed(); //!< "connections.stats"
[[nodiscard]] std::unique_ptr<Feed> makeTopicsFeed();  //!< "topics"
[[nodiscard]] std::unique_ptr<Feed> makeTotalsFeed();  //!< "totals"

} // namespace relay::client
