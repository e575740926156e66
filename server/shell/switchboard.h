// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/grant.h"
#include "server/shell/callbody.h"
#include "server/shell/resumes.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace relay::shell {

//! A management connection, as one writes to it.
struct Recipient
{
    stats::ConnectionId id = 0;
    int worker = -1;     //!< -1: on its way there
    bool isOurs = false; //!< speaks relay-shell.1; else a host of the servers before this one
    QByteArray base;     //!< how it reached the relay: "wss://relay.example.org"
};

//! One shell: from the call of its client until both legs are gone.
struct Session
{
    QByteArray uuid;
    QByteArray host;
    CallBody wanted;
    access::Grant grant; //!< of the client's leg; the host's has as much
    QByteArray start;    //!< of its paths: "/connect/" or "/shell/"
    QByteArray uri = {}; //!< that was announced last
    int resumes = 0;
    std::int64_t calledMs = 0;
    stats::ConnectionId client = 0; //!< 0: not there yet
    stats::ConnectionId hostLeg = 0;
    int clientWorker = -1;
    bool isClientOurs = false; //!< speaks relay-shell.1
    bool isClientReady = false;
    bool isOver = false; //!< a leg has ended; the other one follows
};

/*!
 * Which hosts are there, which shells, and who has to be told what. Says whom to tell, and tells nobody itself. Knows
 * every connection from the moment it is let in until it is gone. Not thread-safe; pure.
 */
class Switchboard
{
public:
    static constexpr int kMaxUnusedPerHost = 256; //!< shells that were called for, and whose client has not come

    //! A host is to be told of a client that waits for it.
    struct Call
    {
        QByteArray session;
        std::vector<Recipient> hosts; //!< never empty
    };
    //! Hosts are to be told that a shell is over.
    struct Over
    {
        QByteArray uri;
        QByteArray uuid;
        std::vector<Recipient> hosts;
    };

    //! Whether a host of that name has its management connection, if only just: it may have been told of the 101 before
    //! it is ready here. needsOurs: one that knows of targets.
    [[nodiscard]] bool hasHost(const QByteArray &host, bool needsOurs = false) const;

    //! Whether so many clients of that host have called and not come that begin() takes no more. nowMs: monotonic.
    [[nodiscard]] bool isFull(const QByteArray &host, std::int64_t nowMs);
    //! A client has called. Nothing: too many of that host have called and not come. nowMs: monotonic.
    [[nodiscard]] std::optional<QByteArray> begin(Session session, std::int64_t nowMs, std::int64_t lifetimeMs);
    [[nodiscard]] const Session *find(const QByteArray &session) const;
    void noteUri(const QByteArray &session, const QByteArray &uri);

    // Connections that are let in. False: not as things stand.
    void enterHost(const QByteArray &host, Recipient management);
    [[nodiscard]] bool enterClient(const QByteArray &session, stats::ConnectionId id, bool isOurs);
    [[nodiscard]] bool enterHostLeg(const QByteArray &session, stats::ConnectionId id); //!< of several, one wins

    //! The connection is on its worker now. Whom to tell of which clients.
    [[nodiscard]] std::vector<Call> ready(stats::ConnectionId id, int worker);
    //! It is gone, in whatever state it was; also of one that has to do with no shell.
    [[nodiscard]] std::optional<Over> gone(stats::ConnectionId id);

    [[nodiscard]] std::size_t hostCount() const { return m_hosts.size(); }
    [[nodiscard]] std::size_t sessionCount() const { return m_sessions.size(); }
    [[nodiscard]] std::size_t pairCount() const { return m_pairs; }

private:
    struct Known
    {
        stats::ShellPart part = stats::ShellPart::None;
        QByteArray key; //!< host, or session
    };
    [[nodiscard]] std::vector<Recipient> listeners(const Session &session) const;
    [[nodiscard]] std::optional<Over> end(const QByteArray &key);
    void forgetUnused(std::int64_t nowMs);

    std::map<QByteArray, std::vector<Recipient>> m_hosts;
    std::map<QByteArray, Session> m_sessions;
    std::multimap<std::int64_t, QByteArray> m_unused; // sessions, by when they are forgotten; a client may have come
    std::map<QByteArray, int> m_unusedOf;             // hosts
    std::unordered_map<stats::ConnectionId, Known> m_connections;
    Resumes m_resumes;
    std::size_t m_pairs = 0;
};

} // namespace relay::shell
