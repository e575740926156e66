// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/front/admission.h"
#include "server/front/route.h"
#include "server/front/visitor.h"

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
    // Undecided at once, over all lobbies; more wait in the kernel's queue until these have spoken.
    static constexpr int kMaxUndecided = 512;

    Policy policy;
    std::vector<topic::KindRule> kinds;          //!< of topics, first match wins
    int maxConnections = 0;                      //!< above it, 503
    std::atomic<int> *openDescriptors = nullptr; //!< counts what is given to the workers; they count it off
    std::function<void(worker::Arrival)> admit;  //!< takes what is let in; any thread
    std::function<void()> roomAgain;             //!< no longer kMaxUndecided; any thread
    std::atomic<int> undecided = 0;
    std::atomic<std::uint64_t> lastId = 0;

    [[nodiscard]] bool isFull() const
    {
        return openDescriptors->load(std::memory_order_relaxed) + undecided > maxConnections;
    }
    [[nodiscard]] bool isCrowded() const { return undecided >= kMaxUndecided; }
};

/*!
 * The connections that have not been decided about, on one thread: reads request heads, decides before anything is
 * answered, and hands connections on or turns them away. One for plain connections on the main thread, and one on each
 * thread that shakes hands for TLS.
 */
class Lobby : public QObject, private VisitorHost
{
    Q_OBJECT
public:
    Lobby(Desk &desk, bool isSecure, QObject *parent = nullptr);
    ~Lobby() override;

    //! One that desk.undecided counts already.
    void admit(Accepted accepted);
    void stop(); //!< all that wait for a decision are dropped, also those that come later

    loop::EpollSet &epollSet() override { return m_set; }

private:
    VisitorHost &host() { return *this; }
    std::int64_t nowMs() const override { return m_nowMs; }
    void headArrived(Visitor &visitor, http::RequestHead head) override;
    void left(Visitor &visitor) override;

    void handOver(Visitor &visitor, http::RequestHead head, Admission admission);
    void forget(int visitors);
    void endOfPass();
    void sweep();

    Desk &m_desk;
    Policy m_policy;
    loop::EpollSet m_set;
    QTimer m_sweep;
    std::unordered_map<Visitor *, std::unique_ptr<Visitor>> m_visitors;
    std::vector<Visitor *> m_left;
    std::int64_t m_nowMs = 0;
    bool m_isStopped = false;
};

} // namespace relay::front
