// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/stats/deliverytimes.h"
#include "server/stats/tap.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

/*!
 * What the workers tell the observers (admin socket, statistics), and the orders that go back. Plain values that are
 * moved from thread to thread; nobody reads a worker's state. Times are milliseconds since the epoch, wall clock.
 */
namespace relay::stats {

using ConnectionId = std::uint64_t; //!< never used twice in one run of relayd; 0 is nobody

enum class Role : std::uint8_t { Publisher, Subscriber, Both, Host, Client };
using topic::Kind;
enum class Transport : std::uint8_t { Ws, Wss, Http, Https };

//! What a connection is to the relay of shells (ssh).
enum class ShellPart : std::uint8_t {
    None,       //!< nothing: it has to do with topics
    Management, //!< of a host, which hears there of clients that come
    Client,     //!< the client's leg of one shell
    Host,       //!< the host's leg of it
};

//! More about a connection that belongs to the relay of shells. The two legs of a shell name the same session.
struct ShellFacts
{
    ShellPart part = ShellPart::None;
    QByteArray host;          //!< as in the path
    QByteArray session;       //!< of its shell; empty for a management connection
    QString target;           //!< what the client asked the host for by name; mostly empty
    bool isResumable = false; //!< it speaks relay-shell.1, so that a lost leg is no end of the shell
    int resumes = 0;          //!< how often this shell has come back, as far as the relay remembers
};

//! What stays true for the life of a connection.
struct Facts
{
    ConnectionId id = 0;
    QByteArray topic; //!< "/out/demo"
    QByteArray path;  //!< "/in/demo"
    Role role = Role::Both;
    Kind kind = Kind::Data;
    Transport transport = Transport::Ws;
    bool mayRead = true;
    bool mayWrite = true;
    QString address; //!< host and port of the peer
    QString userAgent;
    QString bookingId;
    QStringList scopes;
    std::int64_t openedAt = 0;
    std::int64_t expiresAt = 0;                   //!< 0: never
    std::shared_ptr<const ShellFacts> shell = {}; //!< none: it has to do with topics
};

//! Sums since the connection opened. In is what the peer sent to the relay, out what it got.
struct Counters
{
    ConnectionId id = 0;
    std::uint64_t inMessages = 0;
    std::uint64_t inBytes = 0; //!< payload
    std::uint64_t outMessages = 0;
    std::uint64_t outBytes = 0; //!< payload
    std::uint64_t dropped = 0;  //!< messages
    std::uint64_t queuedBytes = 0;
    std::int64_t queuedMs = 0;  //!< age of the oldest queued message
    std::int64_t rttMs = -1;    //!< -1: not known
    std::int64_t lastInAt = 0;  //!< 0: never
    std::int64_t lastOutAt = 0; //!< 0: never
    std::uint64_t resyncs = 0;  //!< MPEG-TS ingest: times that packet sync was lost
};

struct Opened
{
    Facts facts;
};

struct Closed
{
    ConnectionId id = 0;
    std::uint16_t code = 0; //!< as in a websocket close frame; 1006 when there was none
    QString reason;
    std::int64_t at = 0;
    Counters last;
};

/*!
 * One ordered piece of one worker's stream. Invariant: over a worker's reports, an id is named by Opened, then by
 * counters, then by Closed, and never again. `counters` are as of the end of `events`.
 */
struct Report
{
    int worker = 0;
    std::vector<std::variant<Opened, Closed>> events;
    std::vector<Counters> counters; //!< only of connections that changed since the last report
    double loopLagMs = 0;           //!< how late a tick of the worker came, at most, since the last report
    DeliveryTimes deliveries;       //!< since the worker's start
};

//! How the observers act on a connection: by id, never by pointer. Any thread.
class Control
{
public:
    virtual ~Control() = default;
    /*!
     * Closes with this code and reason. `done(found)` is called on the worker's thread: false when the id is gone.
     * The caller hops back to its own thread itself.
     */
    virtual void close(int worker, ConnectionId id, std::uint16_t code, QByteArray reason,
                       std::function<void(bool found)> done)
        = 0;
    //! Sends one text message to one connection (the answers of the statistics websocket /ws).
    virtual void send(int worker, ConnectionId id, std::vector<QByteArray> textMessages) = 0;
    //! Somebody is watching: workers report every 250 ms instead of every second.
    virtual void setWatched(bool isWatched) = 0;
    //! What all workers look at from now on. With one more than before it waits, at most 200 ms, until all of them do.
    virtual void setTaps(std::vector<TapSpec> taps) = 0;
    //! What they have seen since this was last asked: `taken` is called once for each worker, on its thread.
    virtual void collectTaps(std::function<void(std::vector<TapRecord>)> taken) = 0;
};

} // namespace relay::stats
