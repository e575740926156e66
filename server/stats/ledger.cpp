// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/ledger.h"

#include "common/ws/protocol.h"
#include "server/stats/names.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace relay::stats {

namespace {

constexpr std::int64_t kSlowQueueMs = 250;
constexpr std::int64_t kSlowMemoryMs = 5000; // a reader that lost messages stays marked this long

std::int64_t steadyMilliseconds()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count() + 1;
}

// Sums never shrink; should a worker ever restart one, the difference is 0 and not 2^64.
std::uint64_t growth(std::uint64_t now, std::uint64_t before)
{
    return now > before ? now - before : 0;
}

} // namespace

Ledger::Ledger(Clock clock)
    : m_clock(clock ? std::move(clock) : Clock(steadyMilliseconds))
{
}

void Ledger::apply(Report &&report)
{
    const std::int64_t before = m_workers[report.worker].lastReportAt;
    for (auto &event : report.events) {
        if (auto *opened = std::get_if<Opened>(&event))
            open(report.worker, std::move(opened->facts), before != 0 ? before : m_clock());
        else
            close(std::move(std::get<Closed>(event)));
    }
    for (const Counters &counters : report.counters) {
        const auto found = m_connections.find(counters.id);
        if (found != m_connections.end())
            count(found->second, counters, before);
    }
    m_workers[report.worker] = { m_clock(), report.loopLagMs, report.deliveries };
}

void Ledger::tick()
{
    const std::int64_t now = m_clock();
    for (auto it = m_lively.begin(); it != m_lively.end();) {
        ConnectionEntry &entry = m_connections.at(*it);
        TopicEntry &topic = topicOf(entry);
        addRates(topic, entry.rates, -1);
        bool hasChanged = entry.rates.decay(now);
        addRates(topic, entry.rates, +1);
        const bool isSlow = entry.counters.queuedMs >= kSlowQueueMs
            || (entry.droppedAt != 0 && now - entry.droppedAt < kSlowMemoryMs);
        if (isSlow != entry.isSlow) {
            judge(entry, topic, isSlow);
            hasChanged = true;
        }
        if (hasChanged) {
            tell([&](ChangeListener &listener) { listener.countersChanged(entry.facts.id); });
            tell([&](ChangeListener &listener) { listener.topicChanged(topic.id); });
        }
        const bool isLively = entry.isSlow || entry.rates.inRate() != 0 || entry.rates.outRate() != 0;
        it = isLively ? std::next(it) : m_lively.erase(it);
    }
}

const ConnectionEntry *Ledger::find(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : &found->second;
}

const TopicEntry *Ledger::findTopic(const QByteArray &id) const
{
    const auto found = m_topics.find(id);
    return found == m_topics.end() ? nullptr : &found->second;
}

Totals Ledger::totals() const
{
    Totals totals = m_totals;
    for (const auto &[worker, state] : m_workers) {
        totals.loopLagMs = std::max(totals.loopLagMs, state.loopLagMs);
        totals.deliveries += state.deliveries;
    }
    return totals;
}

std::int64_t Ledger::rttP95Ms() const
{
    std::vector<std::int64_t> known;
    known.reserve(m_connections.size());
    for (const auto &[id, entry] : m_connections) {
        if (entry.counters.rttMs >= 0)
            known.push_back(entry.counters.rttMs);
    }
    if (known.empty())
        return -1;
    const auto place = known.begin() + std::ptrdiff_t((known.size() * 95 + 99) / 100 - 1); // nearest rank
    std::nth_element(known.begin(), place, known.end());
    return *place;
}

void Ledger::addListener(ChangeListener *listener)
{
    m_listeners.push_back(listener);
}

void Ledger::removeListener(ChangeListener *listener)
{
    std::erase(m_listeners, listener);
}

void Ledger::open(int worker, Facts &&facts, std::int64_t since)
{
    const ConnectionId id = facts.id;
    const auto [place, isNew] = m_connections.try_emplace(id);
    if (!isNew)
        return; // an id is never used twice: what is known of it stands
    ConnectionEntry &entry = place->second;
    entry.facts = std::move(facts);
    settle(entry.facts);
    ++m_totals.opened;
    entry.counters.id = id;
    entry.worker = worker;
    entry.rates = RateWindow(since);
    TopicEntry &topic = m_topics[entry.facts.topic];
    topic.id = entry.facts.topic;
    if (topic.members.empty() || topic.kind == Kind::Data)
        setKind(topic, entry.facts.kind); // a video makes one of all who wait for it
    entry.facts.kind = topic.kind;
    topic.publishers += publishes(entry.facts.role) ? 1 : 0;
    topic.subscribers += subscribes(entry.facts.role) ? 1 : 0;
    topic.members.insert(std::lower_bound(topic.members.begin(), topic.members.end(), id), id);
    openLeg(entry);
    tell([&](ChangeListener &listener) { listener.connectionOpened(id); });
    tell([&](ChangeListener &listener) { listener.topicChanged(topic.id); });
}

void Ledger::openLeg(const ConnectionEntry &entry)
{
    if (!entry.facts.shell)
        return;
    if (entry.facts.shell->part == ShellPart::Client)
        m_shells[entry.facts.id] = { entry.facts.id, &entry, nullptr };
    else if (const auto shell = m_shells.find(shellOf(entry.facts.id)); shell != m_shells.end())
        shell->second.host = &entry;
}

void Ledger::closeLeg(const ConnectionEntry &entry)
{
    if (!entry.facts.shell)
        return;
    if (entry.facts.shell->part == ShellPart::Client)
        m_shells.erase(entry.facts.id);
    else if (const auto shell = m_shells.find(shellOf(entry.facts.id)); shell != m_shells.end())
        shell->second.host = nullptr;
}

ConnectionId Ledger::shellOf(ConnectionId leg) const
{
    const ConnectionEntry *entry = find(leg);
    if (!entry || !entry->facts.shell || entry->facts.shell->session.isEmpty())
        return 0;
    if (entry->facts.shell->part == ShellPart::Client)
        return leg;
    // The two legs are alone on their topic.
    const TopicEntry *topic = findTopic(entry->facts.topic);
    const auto client = std::find_if(topic->members.begin(), topic->members.end(),
                                     [this](ConnectionId id) { return m_shells.contains(id); });
    return client == topic->members.end() ? 0 : *client;
}

// Their texts were made on another thread, among all that comes and goes with a connect: copies of our own keep that
// memory from being held by a few bytes here and there. The topic's name is shared by all who are on it.
void Ledger::settle(Facts &facts)
{
    const auto known = m_topics.find(facts.topic);
    const bool isPathTopic = facts.path == facts.topic;
    facts.topic = known != m_topics.end() ? known->first : QByteArray(facts.topic.constData(), facts.topic.size());
    facts.path = isPathTopic ? facts.topic : QByteArray(facts.path.constData(), facts.path.size());
    for (QString *text : { &facts.address, &facts.userAgent, &facts.bookingId })
        *text = text->isEmpty() ? QString() : QString(text->constData(), text->size());
}

void Ledger::setKind(TopicEntry &topic, Kind kind)
{
    if (std::exchange(topic.kind, kind) == kind)
        return;
    for (const ConnectionId id : topic.members) {
        m_connections.at(id).facts.kind = kind;
        tell([&](ChangeListener &listener) { listener.factsChanged(id); });
    }
}

void Ledger::close(Closed &&closed)
{
    const auto found = m_connections.find(closed.id);
    if (found == m_connections.end())
        return;
    ConnectionEntry &entry = found->second;
    if (closed.last.id != 0) // a worker that has no last figures sends none
        count(entry, closed.last, 0);
    TopicEntry &topic = topicOf(entry);
    addRates(topic, entry.rates, -1);
    setSlow(entry, topic, false);
    topic.publishers -= publishes(entry.facts.role) ? 1 : 0;
    topic.subscribers -= subscribes(entry.facts.role) ? 1 : 0;
    closeLeg(entry);
    topic.members.erase(std::lower_bound(topic.members.begin(), topic.members.end(), closed.id));
    m_lively.erase(closed.id);
    ++m_totals.closed[indexOfCode(closed.code)];
    m_totals.tooSlow += closed.code == ws::close::kTooSlow ? 1 : 0;
    m_closed.push_front({ std::move(entry.facts), entry.counters, closed.code, std::move(closed.reason), closed.at });
    if (m_closed.size() > kClosedKept)
        m_closed.pop_back();
    m_connections.erase(found);
    tell([&](ChangeListener &listener) { listener.connectionClosed(closed.id); });
    const QByteArray topicId = topic.id;
    const bool isGone = topic.members.empty();
    if (isGone)
        m_topics.erase(topicId);
    tell([&](ChangeListener &listener) { isGone ? listener.topicGone(topicId) : listener.topicChanged(topicId); });
}

void Ledger::count(ConnectionEntry &entry, const Counters &counters, std::int64_t knownUnchangedAt)
{
    const ConnectionId id = entry.facts.id;
    const std::int64_t now = m_clock();
    TopicEntry &topic = topicOf(entry);
    const std::uint64_t inMessages = growth(counters.inMessages, entry.counters.inMessages);
    const std::uint64_t outMessages = growth(counters.outMessages, entry.counters.outMessages);
    const std::uint64_t dropped = growth(counters.dropped, entry.counters.dropped);
    topic.inMessages += inMessages;
    topic.outMessages += outMessages;
    topic.dropped += dropped;
    m_totals.inMessages += inMessages;
    m_totals.outMessages += outMessages;
    m_totals.dropped += dropped;
    m_totals.inBytes += growth(counters.inBytes, entry.counters.inBytes);
    m_totals.outBytes += growth(counters.outBytes, entry.counters.outBytes);
    entry.counters = counters;
    entry.counters.id = id;

    addRates(topic, entry.rates, -1);
    entry.rates.add(now, counters.inBytes, counters.outBytes, knownUnchangedAt);
    addRates(topic, entry.rates, +1);
    if (dropped > 0) {
        entry.droppedAt = now;
        tell([&](ChangeListener &listener) { listener.messagesDropped(id, dropped); });
    }
    judge(entry, topic,
          dropped > 0 || counters.queuedMs >= kSlowQueueMs || (entry.isSlow && now - entry.droppedAt < kSlowMemoryMs));
    m_lively.insert(id);
    tell([&](ChangeListener &listener) { listener.countersChanged(id); });
    tell([&](ChangeListener &listener) { listener.topicChanged(topic.id); });
}

bool Ledger::setSlow(ConnectionEntry &entry, TopicEntry &topic, bool isSlow)
{
    topic.slowReaders += int(isSlow) - int(entry.isSlow);
    return std::exchange(entry.isSlow, isSlow) != isSlow;
}

void Ledger::judge(ConnectionEntry &entry, TopicEntry &topic, bool isSlow)
{
    if (setSlow(entry, topic, isSlow))
        tell([&](ChangeListener &listener) { listener.slownessChanged(entry.facts.id, isSlow); });
}

// Rates are whole numbers, so adding and taking away never leaves a remainder behind.
void Ledger::addRates(TopicEntry &topic, const RateWindow &rates, int sign)
{
    topic.inRate += sign * rates.inRate();
    topic.outRate += sign * rates.outRate();
    m_totals.inRate += sign * rates.inRate();
    m_totals.outRate += sign * rates.outRate();
}

TopicEntry &Ledger::topicOf(const ConnectionEntry &entry)
{
    return m_topics.at(entry.facts.topic);
}

template<typename Call>
void Ledger::tell(Call call)
{
    for (ChangeListener *listener : m_listeners)
        call(*listener);
}

} // namespace relay::stats
