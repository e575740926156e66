// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/bodyreader.h"
#include "common/http/requesthead.h"
#include "server/access/refusal.h"
#include "server/front/listener.h"
#include "server/front/wire.h"
#include "server/loop/epollset.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace relay::front {

class Visitor;

//! What a visitor needs of its lobby. All on the lobby's thread.
class VisitorHost
{
public:
    virtual loop::EpollSet &epollSet() = 0;
    virtual std::int64_t nowMs() const = 0;
    //! The head is whole: decide. The visitor is in nobody's way meanwhile; it waits for reply() or release().
    virtual void headArrived(Visitor &visitor, http::RequestHead head) = 0;
    //! So is the body that was asked for, see awaitBody(). Nothing: it is larger than that.
    virtual void bodyArrived(Visitor &visitor, http::RequestHead head, std::optional<QByteArray> body) = 0;
    //! It has its answer, and lingers until the peer has read it.
    virtual void answered(Visitor &visitor) = 0;
    //! It is turned away, whether it can be told or not.
    virtual void refused(access::Reason reason) = 0;
    //! Nothing more to do: destroyed after the pass.
    virtual void left(Visitor &visitor) = 0;

protected:
    ~VisitorHost() = default;
};

/*!
 * A connection before it is decided about: its request head is gathered, at most kMaxHead bytes within five seconds, of
 * which a TLS handshake has its part. Then either the connection moves on to a worker, or it gets its answer here and is
 * closed without losing it. A connection has one request: what comes behind its head is read by who gets the
 * connection, or by nobody.
 */
class Visitor final : private loop::EpollHandler
{
public:
    Visitor(Accepted accepted, VisitorHost &host);

    //! Takes what has come already, mostly the whole request, and only waits for more if that is not all.
    void start();
    void sweep();
    //! Its place is wanted: tells why, as far as that goes at once, and leaves.
    void giveWay(access::Reason reason, const QByteArray &refusal);

    //! Within headArrived(): the body is wanted as well, if it is no larger than this. It may arrive before this returns.
    void awaitBody(http::RequestHead head, qsizetype limit);
    //! Within headArrived() or bodyArrived(): the answer may take so long from now, instead of five seconds.
    void mayTake(std::int64_t ms);

    //! Sends the whole answer, then closes in a way that lets the peer read it. One that comes too late is left.
    void reply(QByteArray response);
    //! Gives the connection away, with what was read: the head, and the bytes behind it.
    [[nodiscard]] Wire release();

    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] bool isSecure() const { return m_wire.isSecure(); }
    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }
    [[nodiscard]] quint16 peerPort() const { return m_peerPort; }
    //! It has not said yet what it wants.
    [[nodiscard]] bool isReading() const { return m_state == State::Reading || m_state == State::ReadingBody; }
    //! Among those of its address that have not said what they want.
    void setTicket(Crowd::Ticket ticket) { m_ticket = ticket; }
    [[nodiscard]] Crowd::Ticket ticket() const { return m_ticket; }

private:
    enum class State : std::uint8_t { Reading, ReadingBody, Deciding, Replying, Draining, Left };
    //! A body on its way, with the head that it belongs to.
    struct Body
    {
        http::RequestHead head;
        http::BodyReader reader;
        QByteArray content;
        qsizetype taken = 0; //!< bytes of what was received
        qsizetype limit = 0;
    };

    void handleEvents(std::uint32_t events) override;
    void readHead();
    void parseReceived(bool isFirst, qsizetype from);
    void takeBody();
    void parse(bool isFirst, qsizetype from);
    void refuse(access::Reason reason, int status, QByteArrayView text, QByteArrayView headers = {});
    void write();
    void decide(http::RequestHead head);
    void watch(std::uint32_t events);
    void leave();

    VisitorHost &m_host;
    Wire m_wire;
    QHostAddress m_peer;
    quint16 m_peerPort;
    QByteArray m_received;
    std::unique_ptr<Body> m_body; // of those few that have one which is wanted
    QByteArray m_response;
    qsizetype m_sent = 0;
    std::int64_t m_deadlineMs;
    State m_state = State::Reading;
    std::uint32_t m_events = 0; // of epoll(7), that are watched for
    bool m_isWatched = false;
    Crowd::Ticket m_ticket;
};

} // namespace relay::front
