// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/closecodes.h"
#include "server/stats/feed.h"
#include "server/stats/ratewindow.h"

#include <deque>
#include <functional>
#include <map>
#include <memory_resource>
#include <set>
#include <unordered_map>
#include <vector>

namespace relay::stats {

//! One connection as it stands.
struct ConnectionEntry
{
    Facts facts;
    Counters counters;
    int worker = 0;
    RateWindow rates;
    bool isSlow = false;        //!< its queue is old, or it lost messages lately
    std::int64_t droppedAt = 0; //!< steady ms of the last drop; 0: none
};

//! One topic: the sums over those who are on it now, and what those who left have sent.
struct TopicEntry
{
    QByteArray id;
    Kind kind = Kind::Data;
    int publishers = 0;
    int subscribers = 0;
    int slowReaders = 0;
    std::int64_t inRate = 0;  //!< bytes/s
    std::int64_t outRate = 0; //!< bytes/s
    std::uint64_t inMessages = 0;
    std::uint64_t outMessages = 0;
    std::uint64_t dropped = 0;
    std::vector<ConnectionId> members; //!< in order
};

//! One shell: its client, and its host once that has dialled. Both are on the ledger as long as they are named here.
struct ShellEntry
{
    ConnectionId id = 0; //!< of the client's connection
    const ConnectionEntry *client = nullptr;
    const ConnectionEntry *host = nullptr; //!< nullptr: not there yet, or gone already
};
using ShellMap = std::map<ConnectionId, ShellEntry>;

struct ClosedEntry
{
    Facts facts;
    Counters counters;
    std::uint16_t code = 0;
    QString reason;
    std::int64_t at = 0; //!< ms since the epoch
};

//! Sums since the start, which closing takes nothing from; rates and lag are as of now.
struct Totals
{
    std::uint64_t opened = 0;  //!< connections
    std::uint64_t tooSlow = 0; //!< connections ended since they read too slowly
    std::uint64_t inMessages = 0;
    std::uint64_t inBytes = 0;
    std::uint64_t outMessages = 0;
    std::uint64_t outBytes = 0;
    std::uint64_t dropped = 0;
    std::int64_t inRate = 0;                                   //!< bytes/s
    std::int64_t outRate = 0;                                  //!< bytes/s
    double loopLagMs = 0;                                      //!< of the worker that is worst off
    std::array<std::uint64_t, kCountedCodes.size()> closed {}; //!< connections, by close code
    DeliveryTimes deliveries;
};

//! Hears what changed, by name only; looks the values up when it needs them. Must not change the ledger.
class ChangeListener
{
public:
    virtual ~ChangeListener() = default;
    virtual void connectionOpened(ConnectionId) { }
    virtual void factsChanged(ConnectionId) { }    //!< its topic turned out to be of another kind
    virtual void countersChanged(ConnectionId) { } //!< or the rates that follow from them
    virtual void connectionClosed(ConnectionId) { }
    virtual void messagesDropped(ConnectionId, std::uint64_t) { } //!< so many more
    virtual void slownessChanged(ConnectionId, bool) { }          //!< not for one that closes
    virtual void topicChanged(const QByteArray &) { }
    virtual void topicGone(const QByteArray &) { }
};

//! In nodes of a pool: many small ones that live long would else lie scattered among what comes and goes with a connect.
using ConnectionMap = std::pmr::map<ConnectionId, ConnectionEntry>;

/*!
 * The observers' picture of all workers, from their reports in order. Lives on one thread, never blocks, knows no
 * socket. The owner calls apply() for each report and tick() a few times a second.
 */
class Ledger
{
public:
    using Clock = std::function<std::int64_t()>; //!< steady milliseconds, above 0

    explicit Ledger(Clock clock = {}); //!< without a clock: the machine's
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    void apply(Report &&report);
    void tick(); //!< lets rates and slowness of silent connections fade

    [[nodiscard]] const ConnectionMap &connections() const { return m_connections; }
    [[nodiscard]] const std::map<QByteArray, TopicEntry> &topics() const { return m_topics; }
    [[nodiscard]] const ConnectionEntry *find(ConnectionId id) const;
    [[nodiscard]] const TopicEntry *findTopic(const QByteArray &id) const;
    [[nodiscard]] const ShellMap &shells() const { return m_shells; }
    //! Of the shell that this connection is a leg of; 0: of none.
    [[nodiscard]] ConnectionId shellOf(ConnectionId leg) const;
    [[nodiscard]] Totals totals() const;
    //! Round trip that 95 % of the connections whose is known do not exceed, ms; -1: of none is it known. Looks at all.
    [[nodiscard]] std::int64_t rttP95Ms() const;
    [[nodiscard]] const std::deque<ClosedEntry> &recentlyClosed() const { return m_closed; } //!< newest first

    void addListener(ChangeListener *listener);
    void removeListener(ChangeListener *listener);

    static constexpr std::size_t kClosedKept = 1000;

private:
    //! since: it may have begun to send then, a report ago, and not only when that was told.
    void open(int worker, Facts &&facts, std::int64_t since);
    void settle(Facts &facts);
    void openLeg(const ConnectionEntry &entry);
    void closeLeg(const ConnectionEntry &entry);
    void setKind(TopicEntry &topic, Kind kind);
    void close(Closed &&closed);
    void count(ConnectionEntry &entry, const Counters &counters, std::int64_t knownUnchangedAt);
    bool setSlow(ConnectionEntry &entry, TopicEntry &topic, bool isSlow); //!< true: it was not so before
    void judge(ConnectionEntry &entry, TopicEntry &topic, bool isSlow);   //!< and tells
    void addRates(TopicEntry &topic, const RateWindow &rates, int sign);
    TopicEntry &topicOf(const ConnectionEntry &entry);
    template<typename Call>
    void tell(Call call);

    Clock m_clock;
    std::pmr::unsynchronized_pool_resource m_pool;
    ConnectionMap m_connections { &m_pool };
    std::map<QByteArray, TopicEntry> m_topics;
    ShellMap m_shells;
    std::deque<ClosedEntry> m_closed;
    std::vector<ChangeListener *> m_listeners;
    struct WorkerState
    {
        std::int64_t lastReportAt = 0;
        double loopLagMs = 0;
        DeliveryTimes deliveries;
    };
    std::unordered_map<int, WorkerState> m_workers;
    std::set<ConnectionId> m_lively; //!< have a rate or are slow: all that tick() has to look at
    Totals m_totals;
};

} // namespace relay::stats
