// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/picture.h"

#include <algorithm>
#include <utility>

namespace relay::client {

namespace {

//! A stream of records with one kind of reader.
template<typename Record>
class RecordFeed : public Feed
{
public:
    void setColumns(const QStringList &columns) override { m_reader = RowReader<Record>(columns); }

protected:
    [[nodiscard]] QJsonValue idOf(const QJsonArray &row) const
    {
        return m_reader.idColumn() < 0 ? QJsonValue() : row.at(m_reader.idColumn());
    }

    RowReader<Record> m_reader;
};

class FactsFeed final : public RecordFeed<Connection>
{
public:
    void update(const QJsonArray &set, const QJsonArray &removed, Picture &picture, ConnectionChanges &changes) override
    {
        for (const QJsonValue &id : removed) {
            const auto key = quint64(id.toInteger());
            picture.early.remove(key);
            if (picture.connections.remove(key) > 0)
                changes.removed << key;
        }
        for (const QJsonValue &value : set) {
            const QJsonArray row = value.toArray();
            const auto key = quint64(idOf(row).toInteger());
            const auto found = picture.connections.find(key);
            if (found != picture.connections.end()) {
                m_reader.read(row, *found);
                changes.changed << key;
                continue;
            }
            Connection connection = picture.early.take(key);
            m_reader.read(row, connection);
            picture.connections.insert(key, connection);
            changes.added << key;
        }
    }

protected:
    // Facts come anew, numbers stay: theirs is another stream, which need not have missed anything.
    void replace(const QVector<QJsonArray> &rows, Picture &picture) override
    {
        QHash<quint64, Connection> next;
        next.reserve(rows.size());
        for (const QJsonArray &row : rows) {
            const auto key = quint64(idOf(row).toInteger());
            const auto known = picture.connections.constFind(key);
            Connection connection = known != picture.connections.cend() ? *known : picture.early.take(key);
            m_reader.read(row, connection);
            next.insert(key, connection);
        }
        picture.connections = std::move(next);
    }
};

class NumbersFeed final : public RecordFeed<Connection>
{
public:
    void update(const QJsonArray &set, const QJsonArray &removed, Picture &picture, ConnectionChanges &changes) override
    {
        for (const QJsonValue &id : removed)
            picture.early.remove(quint64(id.toInteger()));
        for (const QJsonValue &row : set)
            apply(row.toArray(), picture, changes);
    }

protected:
    void replace(const QVector<QJsonArray> &rows, Picture &picture) override
    {
        ConnectionChanges ignored;
        picture.early.clear();
        for (const QJsonArray &row : rows)
            apply(row, picture, ignored);
    }

private:
    void apply(const QJsonArray &row, Picture &picture, ConnectionChanges &changes)
    {
        const auto key = quint64(idOf(row).toInteger());
        const auto found = picture.connections.find(key);
        if (found == picture.connections.end()) {
            m_reader.read(row, picture.early[key]);
            return;
        }
        m_reader.read(row, *found);
        changes.changed << key;
    }
};

class TopicsFeed final : public RecordFeed<Topic>
{
public:
    void update(const QJsonArray &set, const QJsonArray &removed, Picture &picture, ConnectionChanges &) override
    {
        for (const QJsonValue &id : removed)
            picture.topics.remove(id.toString());
        for (const QJsonValue &value : set) {
            const QJsonArray row = value.toArray();
            m_reader.read(row, picture.topics[idOf(row).toString()]);
        }
    }

protected:
    void replace(const QVector<QJsonArray> &rows, Picture &picture) override
    {
        picture.topics.clear();
        for (const QJsonArray &row : rows)
            m_reader.read(row, picture.topics[idOf(row).toString()]);
    }
};

class TotalsFeed final : public RecordFeed<Totals>
{
public:
    void update(const QJsonArray &set, const QJsonArray &, Picture &picture, ConnectionChanges &) override
    {
        for (const QJsonValue &row : set)
            m_reader.read(row.toArray(), picture.totals);
    }

protected:
    void replace(const QVector<QJsonArray> &rows, Picture &picture) override
    {
        picture.totals = {};
        for (const QJsonArray &row : rows)
            m_reader.read(row, picture.totals);
    }
};

void sortAndUnite(QVector<quint64> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

void ConnectionChanges::sort()
{
    sortAndUnite(added);
    sortAndUnite(changed);
    sortAndUnite(removed);
}

void Feed::collect(const QJsonArray &rows)
{
    for (const QJsonValue &row : rows)
        m_collected << row.toArray();
}

void Feed::commit(Picture &picture)
{
    replace(std::exchange(m_collected, {}), picture);
}

std::unique_ptr<Feed> makeFactsFeed()
{
    return std::make_unique<FactsFeed>();
}

std::unique_ptr<Feed> makeNumbersFeed()
{
    return std::make_unique<NumbersFeed>();
}

std::unique_ptr<Feed> makeTopicsFeed()
{
    return std::make_unique<TopicsFeed>();
}

std::unique_ptr<Feed> makeTotalsFeed()
{
    return std::make_unique<TotalsFeed>();
}

} // namespace relay::client
