// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace relay::client::host {

class FeedHub;

/*!
 * One who takes part in a feed: a local websocket, the body of a POST, a destination, a serial line. Leaves the hub by
 * itself when it ends. One thread.
 */
class FeedClient
{
public:
    FeedClient();
    FeedClient(const FeedClient &) = delete;
    FeedClient &operator=(const FeedClient &) = delete;
    virtual ~FeedClient();

    /*!
     * One whole message of somebody else, text or binary; keep the array, not a view of it. Has to return at once: who
     * cannot send it now queues it within bounds, or drops it whole and counts that. May join, leave and end clients,
     * also itself by leaving; may not delete itself.
     */
    virtual void deliver(ws::Opcode opcode, const QByteArray &payload) = 0;

    //! Whether there is somebody behind it who gets what is delivered. A change is told by FeedHub::readingChanged().
    [[nodiscard]] virtual bool isReading() const { return true; }

    /*!
     * The place that its messages come from, where several clients may be connections to the same one: what comes from
     * there is not delivered to any of them, or it would go round for ever. Empty: it is alone.
     */
    [[nodiscard]] virtual QString place() const { return {}; }

    //! Whether anybody else reads the feed that this one publishes into. At the start: when it joins.
    virtual void readersChanged(bool /*hasReaders*/) { }

    //! Of no other client that there ever was.
    [[nodiscard]] std::uint64_t number() const { return m_number; }

private:
    friend class FeedHub;
    std::uint64_t m_number;
    FeedHub *m_hub = nullptr; // that it is a member of
    QString m_feed;           // that it publishes into; empty: none
    QString m_stream;         // that it hears; empty: none
    QStringList m_heard;      // feeds whose messages it gets
    bool m_hasReaders = false;
};

struct FeedFigures
{
    qint64 messages = 0; //!< that were published into it
    qint64 bytes = 0;
    qint64 unread = 0;      //!< messages that nobody was there for
    qint64 dropped = 0;     //!< that a local reader was too slow for, each of them counted
    qint64 lastMessage = 0; //!< ms since 1970; 0: none yet
};

/*!
 * The feeds of a host. What a client publishes goes to all others who hear its feed, in order, each message whole and of
 * its type, and never back to where it came from. No sockets, no event loop. One thread; outlives its clients or is left by them.
 */
class FeedHub
{
public:
    //! Answers a command that was published into a feed which is no feed (see answerBy()).
    using Responder = std::function<void(FeedClient &from, const QByteArray &command)>;
    using Combiner = std::function<QStringList(const QString &stream)>;
    using Clock = std::function<qint64()>; //!< ms since 1970

    explicit FeedHub(Clock clock = {});
    ~FeedHub();
    FeedHub(const FeedHub &) = delete;
    FeedHub &operator=(const FeedHub &) = delete;

    /*!
     * Publishes into the feed from now on, and hears what others publish there. Leaves what it was in before. Of a stream
     * (see combineBy()) it hears the feeds, also those that it combines later, and what it publishes goes nowhere.
     */
    void join(FeedClient &client, const QString &feedOrStream);
    //! Hears these feeds from now on, and no others; what it publishes goes nowhere. For what combines feeds.
    void listen(FeedClient &client, const QStringList &feeds);
    void leave(FeedClient &client);

    //! Into the feed that it joined. Of no effect for one who only listens, or is no member.
    void publish(FeedClient &from, ws::Opcode opcode, const QByteArray &payload);
    //! The client dropped a message that was delivered to it; counts for the feed that it joined.
    void countDrop(const FeedClient &reader);
    //! isReading() of the client may be another now.
    void readingChanged(FeedClient &client);

    //! Says of a stream, "stream/...", which feeds it combines. Without it none does.
    void combineBy(Combiner combiner) { m_combiner = std::move(combiner); }
    //! The stream combines other feeds now: they are heard from the next message on.
    void streamChanged(const QString &stream);

    //! What is published into this name is no message to others but a command, which only the responder gets.
    void answerBy(const QString &feed, Responder responder);

    [[nodiscard]] bool isMember(const FeedClient *client) const;
    [[nodiscard]] FeedClient *find(std::uint64_t number) const; //!< among the members; nullptr: it is none
    //! Whether anybody but this one reads what is published into the feed.
    [[nodiscard]] bool hasReaders(const QString &feed, const FeedClient *butFor = nullptr) const;
    [[nodiscard]] qsizetype readers(const QString &feed) const;
    [[nodiscard]] qsizetype writers(const QString &feed) const;
    [[nodiscard]] std::map<QString, FeedFigures> figures() const;

private:
    struct Feed
    {
        std::vector<FeedClient *> hearers; // nullptr: left while a message was being delivered
        std::vector<FeedClient *> writers;
        FeedFigures figures;
    };

    void enter(FeedClient &client, const QString &feed, const QStringList &heard);
    void remove(FeedClient &client);
    void forgetUnused();
    void tellWriters(const QStringList &feeds);
    void sweep();

    Clock m_clock;
    std::map<QString, Feed> m_feeds;
    std::vector<FeedClient *> m_members;
    QString m_commandFeed;
    Responder m_responder;
    Combiner m_combiner;
    int m_delivering = 0; // depth: deliver() may publish
    bool m_hasGaps = false;
};

} // namespace relay::client::host
