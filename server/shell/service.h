// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/api.h"
#include "server/access/clockwatch.h"
#include "server/shell/switchboard.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

namespace relay::shell {

//! How the service reaches connections: by worker and id, never by pointer. Any thread; must not block or call back.
struct Reach
{
    std::function<void(int worker, stats::ConnectionId id, const QByteArray &text)> tell; //!< a text message
    std::function<void(int worker, stats::ConnectionId id, std::uint16_t code, const QByteArray &reason)> close;
};

struct Figures
{
    std::size_t hosts = 0;    //!< names that a host listens on
    std::size_t shells = 0;   //!< with both legs
    std::uint64_t begun = 0;  //!< that had both legs, since the start
    std::uint64_t absent = 0; //!< clients that found no host, since the start
};

//! The host that is wanted does not listen; the call may be made again when it does.
struct HostAbsent
{
    QByteArray host;
};

//! A websocket that somebody wants to open.
struct Opening
{
    QByteArray topic; //!< "spin30" or "spin30/<uuid>"
    QByteArray code;
    QByteArray base;             //!< how it came here: "wss://relay.example.org"
    bool offersProtocol = false; //!< kProtocol
};

//! What it is let in as.
struct Opened
{
    access::Grant grant;
    std::shared_ptr<const stats::ShellFacts> facts; //!< none: it gets statistics
    bool speaksProtocol = false;                    //!< kProtocol, from now on
};

/*!
 * The relay of shells: the call that hosts and clients begin with, what a code lets in, and what hosts are told of
 * clients. One lock, which no message passes. Any thread.
 */
class Service
{
public:
    Service(access::Access &access, access::Credentials credentials, std::int64_t codeLifetimeMs);
    ~Service();

    void setReach(Reach reach); //!< before the first connection
    void stop();                //!< reaches nobody any more; before what it reaches by goes
    //! New secrets, as of SIGHUP: for requests from now on.
    void setCredentials(access::Credentials credentials);
    [[nodiscard]] access::Credentials credentials() const;

    //! Whether such a path is a call of ours; others are not to be given to call().
    [[nodiscard]] static bool servesCall(QByteArrayView rawPath);
    /*!
     * POST /api/v1/connect/{host}, /shell/{host}, with its body. Status codes and bodies are the contract's. Refusals
     * are counted; one who finds no host only if it shall not wait.
     */
    [[nodiscard]] std::variant<access::Answer, HostAbsent> call(const http::RequestHead &head, const QByteArray &body,
                                                                const access::Caller &caller, bool mayWait);
    [[nodiscard]] bool hasHost(const QByteArray &host) const;

    //! Uses the code up and enters the connection, there and here. visit: without a topic, which is the host's.
    [[nodiscard]] std::variant<Opened, access::Refusal> open(const Opening &opening, const access::Visit &visit);

    // From the workers.
    void ready(int worker, stats::ConnectionId id); //!< it can be told something there
    void gone(stats::ConnectionId id);              //!< of every connection that was let in, ours or not

    [[nodiscard]] Figures figures() const;

private:
    struct Request;
    [[nodiscard]] std::variant<access::Answer, HostAbsent> decide(Request &request);
    [[nodiscard]] std::optional<access::Answer> admit(Request &request);
    [[nodiscard]] access::Answer refuse(access::Reason reason, access::Answer answer);
    [[nodiscard]] std::variant<access::Answer, HostAbsent> grantTo(const Request &request);
    [[nodiscard]] std::variant<access::Answer, HostAbsent> begin(const Request &request, access::Grant grant);
    [[nodiscard]] std::optional<std::variant<access::Answer, HostAbsent>> absence(const Request &request);
    [[nodiscard]] std::optional<access::Refusal> enter(const Opening &opening, const access::Grant &grant,
                                                       stats::ConnectionId id, Opened &opened);
    [[nodiscard]] access::Answer tooManyFor(const QByteArray &host);
    void announce(const Switchboard::Call &call);

    access::Access &m_access;
    const std::int64_t m_codeLifetimeMs;
    Reach m_reach;
    std::atomic<bool> m_isStopped = false;
    access::ClockWatch m_clockWatch;
    std::atomic<std::uint64_t> m_begun = 0;
    std::atomic<std::uint64_t> m_absent = 0;
    mutable std::mutex m_mutex;
    access::Credentials m_credentials;
    Switchboard m_switchboard;
};

} // namespace relay::shell
