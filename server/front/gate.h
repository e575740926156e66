// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/front/listener.h"
#include "server/front/route.h"
#include "server/front/visitor.h"
#include "server/worker/arrival.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace relay::front {

struct GateOptions
{
    Policy policy;
    std::vector<topic::KindRule> kinds;          //!< of topics, first match wins
    int maxConnections = 0;                      //!< above it, 503
    std::atomic<int> *openDescriptors = nullptr; //!< counts what is given to the workers; they count it off
    std::function<void(worker::Arrival)> admit;  //!< takes what is let in
};

/*!
 * The way in: accepts, reads request heads, decides before anything is answered, and hands connections on or turns
 * them away. On the main thread, beside Qt's own sockets in a set of its own.
 */
class Gate : public QObject, private VisitorHost
{
    Q_OBJECT
public:
    explicit Gate(GateOptions options, QObject *parent = nullptr);
    ~Gate() override;

    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port) { return m_listener.listen(address, port); }
    [[nodiscard]] const Listener &listener() const { return m_listener; }
    void stop(); //!< no new connections; those that wait for a decision are dropped

private:
    VisitorHost &host() { return *this; }
    loop::EpollSet &epollSet() override { return m_set; }
    std::int64_t nowMs() const override { return m_nowMs; }
    void headArrived(Visitor &visitor, http::RequestHead head) override;
    void left(Visitor &visitor) override;

    void admitVisitor(Accepted accepted);
    void handOver(Visitor &visitor, http::RequestHead head, const topic::Address &address, worker::Arrival::Purpose purpose,
                  bool expectsContinue);
    void endOfPass();
    void sweep();

    GateOptions m_options;
    loop::EpollSet m_set;
    Listener m_listener;
    QTimer m_sweep;
    std::unordered_map<Visitor *, std::unique_ptr<Visitor>> m_visitors;
    std::vector<Visitor *> m_left;
    std::uint64_t m_lastId = 0;
    std::int64_t m_nowMs = 0;
};

} // namespace relay::front
