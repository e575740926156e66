// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/member.h"
#include "server/loop/descriptor.h"
#include "server/loop/epollset.h"
#include "server/stats/feed.h"
#include "server/tls/stream.h"
#include "server/ws/linkhost.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string_view>

namespace relay::ws {

/*!
 * One connection on its worker: owns the descriptor, reads what the peer sends, writes what its queue holds.
 *
 *   Open     a member of its topic
 *   Closing  out of the topic; the last bytes go out and the peer gets a few seconds to finish
 *   Ended    the descriptor is shut; destroyed at the end of the pass
 *
 * Never deletes itself and never leaves the topic inside a pass: it tells its host.
 */
class Link : public hub::Member, public loop::EpollHandler
{
public:
    Link(loop::Descriptor descriptor, std::uint64_t id, LinkHost &host);
    virtual ~Link();

    // From a pool of the thread: links live long, and elsewhere they would lie scattered among what a connect needs for
    // a moment. Made and destroyed on one thread.
    static void *operator new(std::size_t size);
    static void operator delete(void *link, std::size_t size);

    //! Closes for the relay's own reasons (a kick, the end of the relay). Does nothing unless the link is open.
    virtual void close(std::uint16_t code, const QByteArray &reason) = 0;
    //! About once a second: deadlines, pings.
    virtual void sweep(std::int64_t nowMs);
    //! Bytes that came before the link was made.
    virtual void receive(std::span<char> bytes) = 0;
    virtual void fill(stats::Counters &) const { }

    //! The connection goes through this from now on. Before anything is sent.
    void secure(std::unique_ptr<tls::Stream> tls);
    //! Starts to watch the descriptor. False: no room in the kernel.
    [[nodiscard]] bool start();
    //! Sends now, or queues, bytes that no reader's budget concerns: the 101, control frames, HTTP answers.
    void sendControl(std::string_view bytes);
    //! Ends without another word.
    void abort(std::uint16_t code, const QByteArray &reason);

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] bool hasEnded() const { return m_state == State::Ended; }

    void handleEvents(std::uint32_t events) override;
    void queueGrew() override;
    void sendFailed(int error) override;
    void fellBehind() override;
    void setPaused(bool isPaused) override;

protected:
    enum class State : std::uint8_t { Open, Closing, Ended };

    //! The peer closed its side without a word.
    virtual void peerFinished() = 0;
    //! Out of the topic, and what waits unsent is dropped; the last words follow.
    void beginClosing(std::uint16_t code, const QByteArray &reason, std::int64_t deadlineMs);
    //! Nothing that the peer still sends matters: after the queue is out, says so with a FIN and waits for the peer's.
    void finishWriting();
    void end();
    //! Nothing waits to be sent any more; said after waiting only, and never within a pass of messages.
    virtual void caughtUp() { }
    [[nodiscard]] bool hasUnsent() const;
    //! While it waits, the peer is not read from: beside what the hub says (isPaused).
    void setWaiting(bool isWaiting);

    LinkHost &m_host;
    std::int64_t m_lastHeardMs;

private:
    void read();
    void write();
    void watch(bool wantsWrite);

    // TLS
    void open(std::span<char> buffer, std::size_t received);
    void opened(tls::Stream::Event how);
    [[nodiscard]] bool sayGoodbye();
    [[nodiscard]] std::uint32_t interest() const; //!< events of epoll(7)
    [[nodiscard]] bool isDeaf() const { return isPaused || m_isWaiting; }

    loop::Descriptor m_descriptor;
    std::unique_ptr<tls::Stream> m_tls; // nothing for a plain connection
    std::int64_t m_deadlineMs = 0;
    State m_state = State::Open;
    bool m_isRetired = false;
    bool m_wantsWrite = false;
    bool m_finishesWriting = false;
    bool m_hasFinishedWriting = false;
    bool m_hasPeerFinished = false; //!< seen while paused; what it sent before is still read
    bool m_isWaiting = false;
};

} // namespace relay::ws
