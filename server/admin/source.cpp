// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/source.h"

#include "common/admin/protocol.h"
#include "common/admin/shells.h"
#include "server/admin/rows.h"

#include <QDateTime>

#include <set>
#include <utility>

namespace relay::admin {

namespace {

constexpr int kRowsPerDelta = 2048;
constexpr qsizetype kSoftBytes = 128 * 1024; // a line may hold twice that: room for one more row of any size

//! Everything that has a ledger below it and a column set on top.
template<typename Record>
class LedgerSource : public Source, protected stats::ChangeListener
{
public:
    LedgerSource(stats::Ledger &ledger, ColumnSet<Record> columns, Filter filter)
        : m_ledger(ledger)
        , m_columns(std::move(columns))
        , m_filter(std::move(filter))
    {
        m_ledger.addListener(this);
    }
    ~LedgerSource() override { m_ledger.removeListener(this); }
    LedgerSource(const LedgerSource &) = delete;
    LedgerSource &operator=(const LedgerSource &) = delete;

    void writeColumns(JsonWriter &out) const override { m_columns.writeNames(out); }

protected:
    stats::Ledger &m_ledger;
    ColumnSet<Record> m_columns;
    Filter m_filter;
};

void writeKey(JsonWriter &out, stats::ConnectionId id)
{
    out.number(std::uint64_t { id });
}

void writeKey(JsonWriter &out, const QByteArray &topic)
{
    out.utf8(topic);
}

/*!
 * Rows that live in an ordered map of the ledger. A part goes on after the last key sent, so that rows may come and go
 * between two parts; what changes behind that key is told by the first delta.
 */
template<typename Map>
class MapSource : public LedgerSource<typename Map::mapped_type>
{
public:
    using Key = typename Map::key_type;
    using Record = typename Map::mapped_type;
    using LedgerSource<Record>::LedgerSource;

    void restart() override
    {
        m_changed.clear();
        m_removed.clear();
        m_told.clear();
        m_sentUpTo.reset();
    }

    bool writePart(JsonWriter &rows) override
    {
        const auto &map = all();
        auto it = m_sentUpTo ? map.upper_bound(*m_sentUpTo) : map.begin();
        int count = 0;
        for (; it != map.end() && count < kRowsPerMessage && rows.size() < kSoftBytes; ++it) {
            m_sentUpTo = it->first;
            if (!isWanted(it->first, it->second))
                continue;
            this->m_columns.writeRow(rows, it->second);
            m_told.insert(it->first);
            ++count;
        }
        return it != map.end();
    }

    [[nodiscard]] bool hasChanges() const override { return !m_changed.empty() || !m_removed.empty(); }

    bool writeChanges(JsonWriter &set, JsonWriter &removed) override
    {
        int count = 0;
        const auto isFull = [&] { return ++count > kRowsPerDelta || set.size() + removed.size() >= kSoftBytes; };
        while (!m_removed.empty() && !isFull())
            writeKey(removed, m_removed.extract(m_removed.begin()).value());
        while (!m_changed.empty() && !isFull()) {
            const Key key = m_changed.extract(m_changed.begin()).value();
            const auto found = all().find(key);
            if (found == all().end() || !isWanted(found->first, found->second))
                continue;
            this->m_columns.writeRow(set, found->second);
            m_told.insert(key);
        }
        return hasChanges();
    }

protected:
    [[nodiscard]] virtual const Map &all() const = 0;
    [[nodiscard]] virtual bool isWanted(const Key &key, const Record &record) const = 0;

    void noteChanged(const Key &key) { m_changed.insert(key); }
    // What came and went unseen is not worth a word: it would pile up behind a client that sleeps.
    void noteRemoved(const Key &key)
    {
        m_changed.erase(key);
        if (m_told.erase(key) > 0)
            m_removed.insert(key);
    }
    void noteBack(const Key &key)
    {
        if (m_removed.erase(key) > 0)
            m_told.insert(key);
        m_changed.insert(key);
    }

private:
    std::set<Key> m_changed;
    std::set<Key> m_removed; //!< the client still has them
    std::set<Key> m_told;    //!< the client has them
    std::optional<Key> m_sentUpTo;
};

using ConnectionMapSource = MapSource<stats::ConnectionMap>;

class ConnectionSource : public ConnectionMapSource
{
public:
    using ConnectionMapSource::ConnectionMapSource;

protected:
    [[nodiscard]] const stats::ConnectionMap &all() const override { return m_ledger.connections(); }
    [[nodiscard]] bool isWanted(const stats::ConnectionId &, const stats::ConnectionEntry &entry) const override
    {
        return m_filter.isEmpty() || m_filter.matches(entry.facts);
    }
    void connectionOpened(stats::ConnectionId id) override { noteChanged(id); }
    void factsChanged(stats::ConnectionId id) override { noteChanged(id); }
    void connectionClosed(stats::ConnectionId id) override { noteRemoved(id); }
};

//! The same rows, told again whenever a number moves.
class NumbersSource final : public ConnectionSource
{
public:
    using ConnectionSource::ConnectionSource;

protected:
    void countersChanged(stats::ConnectionId id) override { noteChanged(id); }
};

using TopicMap = std::map<QByteArray, stats::TopicEntry>;

class TopicSource final : public MapSource<TopicMap>
{
public:
    using MapSource<TopicMap>::MapSource;

protected:
    [[nodiscard]] const TopicMap &all() const override { return m_ledger.topics(); }
    [[nodiscard]] bool isWanted(const QByteArray &id, const stats::TopicEntry &) const override
    {
        return m_filter.isEmpty() || m_filter.matchesTopic(id);
    }
    void topicChanged(const QByteArray &id) override { noteBack(id); }
    void topicGone(const QByteArray &id) override { noteRemoved(id); }
};

//! Shells: told again when a number of either leg moves.
class ShellSource final : public MapSource<stats::ShellMap>
{
public:
    using MapSource<stats::ShellMap>::MapSource;

protected:
    [[nodiscard]] const stats::ShellMap &all() const override { return m_ledger.shells(); }
    [[nodiscard]] bool isWanted(const stats::ConnectionId &, const stats::ShellEntry &shell) const override
    {
        return m_filter.isEmpty() || m_filter.matches(shell.client->facts);
    }
    void connectionOpened(stats::ConnectionId id) override { noteLeg(id); }
    void countersChanged(stats::ConnectionId id) override { noteLeg(id); }
    void connectionClosed(stats::ConnectionId id) override { noteRemoved(id); }

private:
    void noteLeg(stats::ConnectionId leg)
    {
        if (const stats::ConnectionId shell = m_ledger.shellOf(leg); shell != 0)
            noteChanged(shell);
    }
};

//! One row that is always due: its beat tells a client that the server is alive.
class TotalsSource final : public LedgerSource<TotalsView>
{
public:
    TotalsSource(stats::Ledger &ledger, TotalsColumns columns, std::int64_t startedAt)
        : LedgerSource<TotalsView>(ledger, std::move(columns), {})
        , m_startedAt(startedAt)
    {
    }

    void restart() override { }
    bool writePart(JsonWriter &rows) override
    {
        m_columns.writeRow(rows, { m_ledger, QDateTime::currentMSecsSinceEpoch() - m_startedAt });
        return false;
    }
    [[nodiscard]] bool hasChanges() const override { return true; }
    bool writeChanges(JsonWriter &set, JsonWriter &) override { return writePart(set); }

private:
    std::int64_t m_startedAt;
};

template<typename Made, typename Columns, typename... Rest>
std::variant<std::unique_ptr<Source>, Error> make(const SourceRequest &request, stats::Ledger &ledger, Rest... rest)
{
    auto columns = Columns::choose(request.columns, defaultColumns(request.stream));
    if (auto *error = std::get_if<Error>(&columns))
        return std::move(*error);
    return std::make_unique<Made>(ledger, std::move(std::get<Columns>(columns)), rest...);
}

} // namespace

std::variant<std::unique_ptr<Source>, Error> makeSource(const SourceRequest &request, stats::Ledger &ledger)
{
    if (request.stream == stream::kConnections)
        return make<ConnectionSource, ConnectionColumns>(request, ledger, request.filter);
    if (request.stream == stream::kConnectionsStats)
        return make<NumbersSource, ConnectionColumns>(request, ledger, request.filter);
    if (request.stream == stream::kTopics && !request.filter.isForTopics())
        return Error { ErrorClass::InvalidFilter,
                       QStringLiteral("Topics can be filtered by bare words and topic: only.") };
    if (request.stream == stream::kTopics)
        return make<TopicSource, TopicColumns>(request, ledger, request.filter);
    if (request.stream == stream::kShells)
        return make<ShellSource, ShellColumns>(request, ledger, request.filter);
    if (request.stream != stream::kTotals)
        return Error {
            ErrorClass::NotFound,
            QStringLiteral(
                "There is no stream \"%1\"; there are connections, connections.stats, topics, shells and totals.")
                .arg(request.stream)
        };
    if (!request.filter.isEmpty())
        return Error { ErrorClass::InvalidFilter, QStringLiteral("The totals cannot be filtered.") };
    return make<TotalsSource, TotalsColumns>(request, ledger, request.startedAt);
}

} // namespace relay::admin
