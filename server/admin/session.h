// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/linebuffer.h"
#include "common/admin/message.h"
#include "server/admin/chronicle.h"
#include "server/admin/denydesk.h"
#include "server/admin/drain.h"
#include "server/admin/jobs.h"
#include "server/admin/kicker.h"
#include "server/admin/methods.h"
#include "server/admin/requestmemory.h"
#include "server/admin/subscription.h"
#include "server/admin/tapchannel.h"

#include <memory>
#include <vector>

namespace relay::admin {

//! The line to one client, as a session needs it: a socket, or a test's fake.
class Wire
{
public:
    virtual ~Wire() = default;
    virtual void write(const QByteArray &line) = 0;
    [[nodiscard]] virtual qint64 pendingBytes() const = 0; //!< written and not yet taken by the system
    virtual void close() = 0;                              //!< after what is pending has gone, or soon
};

//! What all sessions of a server share.
struct Shared
{
    stats::Ledger &ledger;
    const ServerInfo &info;
    Kicker &kicker;
    RequestMemory &requests;
    Chronicle &chronicle;
    DenyDesk *bookings = nullptr;                  //!< none: this relay is open
    const Facilities *facilities = nullptr;        //!< none in tests
    std::shared_ptr<ReturnPath> wayHome = nullptr; //!< to this thread, for facilities
    int sessions = 0;
    Jobs *jobs = nullptr;        //!< never none once a session is there
    DenyDesk *denials = nullptr; //!< likewise; in both modes
    TapDesk *taps = nullptr;     //!< likewise
    Drain *drain = nullptr;      //!< likewise
};

/*!
 * One conversation by the rules of relay-admin/1, without a socket. Says hello, insists on session.open, answers calls
 * in order, and sends stream data only when the wire is empty: answers never wait behind more than one message of a
 * stream, and a client that reads nothing costs a bounded amount. One thread.
 */
class Session
{
public:
    using Moment = admin::Moment;

    Session(Shared &shared, Wire &wire, Identity identity, const Moment &now);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void receive(QByteArrayView bytes, const Moment &now);
    //! Goes on with what waits: calls, stream data, deadlines. For a drained wire and for the clock's tick.
    void advance(const Moment &now);
    void sayGoodbye(const QString &reason);
    void tell(const QByteArray &line); //!< a rare notice to every client, once its session is open

    //! False: leave further bytes in the socket.
    [[nodiscard]] bool wantsInput() const;
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    [[nodiscard]] bool isWatching() const { return !m_channels.empty() || !m_taps.empty(); }

    static constexpr int kMaxInFlight = 8;
    static constexpr qint64 kReplyBacklog = 256 * 1024; //!< above this, no further call is begun
    static constexpr qint64 kStuckBytes = 1024 * 1024;
    static constexpr std::int64_t kStuckMs = 10'000;
    static constexpr std::size_t kMaxSubscriptions = 32;

private:
    void processLines();
    void handleLine(const QByteArray &line);
    void handle(const Request &request);
    void answer(const QJsonValue &id, const Outcome &outcome);
    void fail(const QJsonValue &id, const Error &error); //!< and end
    void end();
    [[nodiscard]] Outcome callOfSession(const Request &request);
    [[nodiscard]] Outcome open(Arguments &arguments, const QJsonObject &params);
    [[nodiscard]] Outcome subscribe(Arguments &arguments);
    [[nodiscard]] std::variant<std::unique_ptr<Channel>, Error> makeChannel(const QString &name, const QString &stream,
                                                                            Arguments &arguments);
    [[nodiscard]] Outcome unsubscribe(Arguments &arguments);
    [[nodiscard]] Outcome openTap(Arguments &arguments);
    [[nodiscard]] Outcome closeTap(Arguments &arguments);
    [[nodiscard]] Outcome resync(Arguments &arguments);
    void order(const Request &request, const Method &method);
    void audit(const Request &request, const Outcome &outcome);
    void refuseFor(const Request &request, const Method &method);
    [[nodiscard]] CallContext context() const;
    void pump();
    void checkDeadlines();
    using Channels = std::vector<std::unique_ptr<Channel>>;
    [[nodiscard]] Channels::iterator findSubscription(const QString &name);
    using Taps = std::vector<std::unique_ptr<TapChannel>>;
    [[nodiscard]] Taps::iterator findTap(const QString &name);
    void tidyTaps();

    Shared &m_shared;
    Wire &m_wire;
    Identity m_identity;
    LineBuffer m_lines { kClientLineLimit };
    Channels m_channels; //!< subscriptions
    Taps m_taps;
    std::size_t m_turn = 0; //!< which channel is asked first
    Moment m_now;
    std::int64_t m_startedAt;
    std::int64_t m_stuckSince = 0; //!< 0: the wire is not overfull
    int m_inFlight = 0;
    bool m_isOpen = false;
    QStringList m_overstepped; //!< methods that its role does not allow, which it tried
    QString m_client;          //!< the program at the other end, as it calls itself
    bool m_isClosed = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); //!< ends with us: answers that come late look here
};

} // namespace relay::admin
