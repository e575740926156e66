// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/access/api.h"
#include "server/front/admission.h"
#include "server/front/crowd.h"
#include "server/front/shellline.h"
#include "server/front/terms.h"
#include "server/front/visitor.h"
#include "server/front/waitingroom.h"
#include "server/loop/qtepollset.h"
#include "server/shell/service.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace relay::front {

//! What all lobbies of a relayd have in common. Set up before the first of them; counters are for any thread.
struct Desk
{
    // Undecided at once, over all lobbies, each of which has its share; more wait in the kernel's queue, for a moment.
    static constexpr int kMaxUndecided = 512;

    TermsInForce terms;
    std::vector<topic::KindRule> kinds;          //!< of topics, first match wins
    int maxConnections = 0;                      //!< above it, 503
    std::atomic<int> *openDescriptors = nullptr; //!< counts what is given to the workers; they count it off
    access::Access *access = nullptr;            //!< each connection that is let in has entered there
    access::Api *api = nullptr;                  //!< nothing: open mode
    shell::Service *shells = nullptr;            //!< nothing: open mode
    std::int64_t shellWaitMs = 0;                //!< that a call for a shell waits for its host; 0: not at all
    std::function<void(std::vector<worker::Arrival> &)> admit; //!< takes those that are let in out of it; any thread
    std::function<void()> roomAgain;                           //!< a lobby is no longer full; any thread
    //! Asks those who know the connections; they call back, on any thread, and never once the lobbies are gone.
    std::function<void(stats::Inquiry, std::function<void(QByteArray)>)> inquire;
    std::function<QByteArray()> notReady; //!< why the relay is not ready for more; empty: it is. Any thread
    std::unique_ptr<Crowd> crowd;
    std::atomic<int> lobbies = 1;
    std::atomic<int> undecided = 0;
    std::atomic<bool> isDraining = false; //!< 503 to all who want a connection
    std::atomic<std::uint64_t> lastId = 0;

    [[nodiscard]] bool isFull() const { return taken() > maxConnections; }
    //! Whether the next one will find no place, unless somebody leaves before.
    [[nodiscard]] bool hasNoPlaceLeft() const { return taken() >= maxConnections; }

private:
    [[nodiscard]] int taken() const { return openDescriptors->load(std::memory_order_relaxed) + undecided; }
};

/*!
 * The connections that have not been decided about, on one thread: reads request heads, decides before anything is
 * answered, and hands connections on or turns them away. One for plain connections on the main thread, and one on each
 * thread that shakes hands for TLS.
 */
class Lobby : public QObject, public Crowd::Room, private VisitorHost
{
    Q_OBJECT
public:
    Lobby(Desk &desk, bool isSecure, QObject *parent = nullptr);
    ~Lobby() override;

    //! Before admit(): one more is on its way here. Any thread.
    void expect();
    [[nodiscard]] int expected() const { return m_expected; }           //!< and here; any thread
    [[nodiscard]] bool isFull() const { return m_expected >= share(); } //!< any thread
    //! One that was expected. A refusal is all that it gets. Through TLS it is in desk.crowd already, so that a handshake is
    //! saved; plain ones enter there unless their request has come along. Plain, in a pass of epollSet(): those that are
    //! let in are handed over at its end.
    void admit(Accepted accepted, const QByteArray &refusal = {});
    void stop(); //!< all that wait for a decision are dropped, also those that come later

    loop::EpollSet &epollSet() override { return m_set; }
    void giveWay(Crowd::Ticket ticket) override;
    std::int64_t patienceMs() const override;

private:
    VisitorHost &host() { return *this; }
    std::int64_t nowMs() const override { return m_nowMs; }
    void headArrived(Visitor &visitor, http::RequestHead head) override;
    void bodyArrived(Visitor &visitor, http::RequestHead head, std::optional<QByteArray> body) override;
    void answered(Visitor &visitor) override;
    void refused(access::Reason reason) override { m_desk.access->count(reason); }
    void left(Visitor &visitor) override;

    // What each kind of route leads to.
    struct Request;
    void open(Request &request, topic::Address address, worker::Arrival::Purpose purpose, bool expectsContinue);
    void openSession(Request &request, const SessionRoute &route);
    void openSessionIngest(Request &request, const SessionIngestRoute &route);
    void callAccess(Request &request);
    void openShell(Request &request, const ShellRoute &route);
    void beginShellCall(Request &request);
    void callShell(Request &request, const QByteArray &body);
    void refuseBody(Request &request);
    [[nodiscard]] static access::Refusal draining();
    void answerWaiter(ShellWaiter &waiter);
    void answerCall(Request &request, const access::Answer &answer, const QByteArray &headers);
    [[nodiscard]] Request requestOf(Visitor &visitor, http::RequestHead head);
    [[nodiscard]] static QByteArray corsOf(const Request &request);
    [[nodiscard]] static bool wantsIn(const Request &request, const Route &route);
    void look(Request &request, stats::Inquiry inquiry);
    void tellReady(Request &request);
    void reply(Request &request, const ReplyRoute &reply);
    void turnAway(Visitor &visitor);
    void makeRoom();
    void release(int visitors);
    [[nodiscard]] int share() const;
    void refuse(Request &request, const access::Refusal &refusal, const QByteArray &headers = {});
    void ask(Request &request, stats::Inquiry inquiry, const QByteArray &contentType, const QByteArray &headers);
    void handOver(Request &request, Admission admission);

    void enterCrowd(Visitor &visitor);
    void leaveCrowd(Visitor &visitor);
    void waitsForUs(Visitor &visitor);
    void makeWay(Crowd::Ticket ticket);
    void endOfPass();
    void sweep();

    Desk &m_desk;
    const bool m_isSecure; // these connections come through TLS
    loop::QtEpollSet m_set;
    QTimer m_sweep;
    std::unordered_map<Visitor *, std::unique_ptr<Visitor>> m_visitors;
    std::vector<Visitor *> m_left;
    std::vector<worker::Arrival> m_letIn; // in this pass
    WaitingRoom m_room;
    std::atomic<int> m_expected = 0;                        // visitors, and those that are on their way here
    std::unordered_map<std::uint64_t, Visitor *> m_waiting; // for an answer, by a number that is never used twice
    std::uint64_t m_lastTicket = 0;
    ShellLine m_shellLine;
    std::int64_t m_nowMs = 0;
    bool m_isStopped = false;
};

} // namespace relay::front
