// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/feedhub.h"

#include "client/host/rules.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace relay::client::host {

namespace {

// Figures of feeds that nobody is in any more are worth keeping, but not for every name that anybody ever thought of.
constexpr std::size_t kMostFeeds = 256;

} // namespace

FeedClient::FeedClient()
{
    static std::uint64_t last = 0; // one thread
    m_number = ++last;
}

FeedClient::~FeedClient()
{
    if (m_hub)
        m_hub->leave(*this);
}

FeedHub::FeedHub(Clock clock)
    : m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentMSecsSinceEpoch))
{
}

FeedHub::~FeedHub()
{
    while (!m_members.empty())
        remove(*m_members.back());
}

void FeedHub::answerBy(const QString &feed, Responder responder)
{
    m_commandFeed = feed;
    m_responder = std::move(responder);
}

void FeedHub::join(FeedClient &client, const QString &feedOrStream)
{
    if (!isStream(feedOrStream)) {
        enter(client, feedOrStream, { feedOrStream });
        return;
    }
    listen(client, m_combiner ? m_combiner(feedOrStream) : QStringList());
    client.m_stream = feedOrStream;
}

void FeedHub::streamChanged(const QString &stream)
{
    const std::vector<FeedClient *> members = m_members; // a publisher that is told may leave
    for (FeedClient *client : members) {
        if (isMember(client) && client->m_stream == stream)
            join(*client, stream);
    }
}

void FeedHub::listen(FeedClient &client, const QStringList &feeds)
{
    QStringList heard = feeds;
    heard.removeDuplicates();
    enter(client, {}, heard);
}

void FeedHub::enter(FeedClient &client, const QString &feed, const QStringList &heard)
{
    if (client.m_hub && client.m_hub != this)
        client.m_hub->leave(client);
    const QStringList before = client.m_heard;
    remove(client);
    client.m_hub = this;
    client.m_feed = feed;
    client.m_heard = heard;
    m_members.push_back(&client);
    for (const QString &name : heard)
        m_feeds[name].hearers.push_back(&client);
    if (!feed.isEmpty()) {
        m_feeds[feed].writers.push_back(&client);
        client.m_hasReaders = hasReaders(feed, &client);
        client.readersChanged(client.m_hasReaders);
    }
    tellWriters(before + heard);
    forgetUnused();
}

void FeedHub::leave(FeedClient &client)
{
    if (client.m_hub != this)
        return;
    const QStringList heard = client.m_heard;
    remove(client);
    tellWriters(heard);
    forgetUnused();
}

void FeedHub::remove(FeedClient &client)
{
    for (const QString &name : std::as_const(client.m_heard)) {
        auto &hearers = m_feeds[name].hearers;
        if (m_delivering == 0)
            std::erase(hearers, &client);
        else
            std::replace(hearers.begin(), hearers.end(), &client, static_cast<FeedClient *>(nullptr));
        m_hasGaps = m_delivering > 0;
    }
    if (!client.m_feed.isEmpty())
        std::erase(m_feeds[client.m_feed].writers, &client);
    std::erase(m_members, &client);
    client.m_hub = nullptr;
    client.m_feed.clear();
    client.m_stream.clear();
    client.m_heard.clear();
}

void FeedHub::publish(FeedClient &from, ws::Opcode opcode, const QByteArray &payload)
{
    if (from.m_hub != this || from.m_feed.isEmpty())
        return;
    if (m_responder && from.m_feed == m_commandFeed) {
        m_responder(from, payload);
        return;
    }
    Feed &feed = m_feeds[from.m_feed];
    feed.figures.lastMessage = m_clock();
    ++feed.figures.messages;
    feed.figures.bytes += payload.size();
    const QString place = from.place();
    bool wasRead = false;
    ++m_delivering;
    // Who joins meanwhile stands behind the end, and gets the next message first.
    for (std::size_t i = 0, count = feed.hearers.size(); i < count; ++i) {
        if (feed.hearers[i] == &from || !feed.hearers[i] || (!place.isEmpty() && feed.hearers[i]->place() == place))
            continue;
        wasRead = feed.hearers[i]->isReading() || wasRead;
        feed.hearers[i]->deliver(opcode, payload);
    }
    feed.figures.unread += wasRead ? 0 : 1;
    if (--m_delivering == 0 && std::exchange(m_hasGaps, false))
        sweep();
}

void FeedHub::sweep()
{
    for (auto &[name, feed] : m_feeds)
        std::erase(feed.hearers, nullptr);
}

void FeedHub::countDrop(const FeedClient &reader)
{
    if (reader.m_hub == this && !reader.m_feed.isEmpty())
        ++m_feeds[reader.m_feed].figures.dropped;
}

void FeedHub::readingChanged(FeedClient &client)
{
    if (client.m_hub == this)
        tellWriters(QStringList(client.m_heard));
}

void FeedHub::tellWriters(const QStringList &feeds)
{
    for (const QString &name : feeds) {
        const auto found = m_feeds.find(name);
        if (found == m_feeds.end())
            continue;
        const std::vector<FeedClient *> writers = found->second.writers; // who is told may leave
        for (FeedClient *writer : writers) {
            if (!isMember(writer) || writer->m_feed != name)
                continue;
            const bool has = hasReaders(name, writer);
            if (std::exchange(writer->m_hasReaders, has) != has)
                writer->readersChanged(has);
        }
    }
}

bool FeedHub::isMember(const FeedClient *client) const
{
    return std::find(m_members.begin(), m_members.end(), client) != m_members.end();
}

FeedClient *FeedHub::find(std::uint64_t number) const
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [number](const FeedClient *client) { return client->m_number == number; });
    return found == m_members.end() ? nullptr : *found;
}

bool FeedHub::hasReaders(const QString &feed, const FeedClient *butFor) const
{
    const auto found = m_feeds.find(feed);
    return found != m_feeds.end()
        && std::any_of(found->second.hearers.begin(), found->second.hearers.end(),
                       [&](const FeedClient *client) { return client && client != butFor && client->isReading(); });
}

qsizetype FeedHub::readers(const QString &feed) const
{
    const auto found = m_feeds.find(feed);
    return found == m_feeds.end()
        ? 0
        : std::count_if(found->second.hearers.begin(), found->second.hearers.end(),
                        [](const FeedClient *client) { return client && client->isReading(); });
}

qsizetype FeedHub::writers(const QString &feed) const
{
    const auto found = m_feeds.find(feed);
    return found == m_feeds.end() ? 0 : qsizetype(found->second.writers.size());
}

std::map<QString, FeedFigures> FeedHub::figures() const
{
    std::map<QString, FeedFigures> all;
    for (const auto &[name, feed] : m_feeds)
        all.emplace(name, feed.figures);
    return all;
}

void FeedHub::forgetUnused()
{
    if (m_delivering > 0)
        return;
    for (auto it = m_feeds.begin(); it != m_feeds.end() && m_feeds.size() > kMostFeeds;) {
        const bool isUnused = it->second.hearers.empty() && it->second.writers.empty();
        it = isUnused ? m_feeds.erase(it) : std::next(it);
    }
}

} // namespace relay::client::host
