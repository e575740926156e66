// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/worker/workerpool.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace relay::tests {

//! The client's end of a connection to a pool. No network: the other end of a pair of sockets.
class Client
{
public:
    Client(stats::ConnectionId connectionId, int descriptor);

    void send(std::string_view bytes);
    void sendText(std::string_view text, int times = 1); //!< masked frames, in one piece
    //! Reads until this has come; false when the connection ended before, or nothing came for long.
    [[nodiscard]] bool waitFor(std::string_view needle);
    [[nodiscard]] bool waitForEnd();
    //! Reads up to a close frame of this code and reason, answers it, and reads to the end.
    [[nodiscard]] bool isClosedWith(std::uint16_t code, std::string_view reason);
    void disconnect() { m_socket.reset(); }

    const stats::ConnectionId id;
    std::string received; //!< all so far

private:
    [[nodiscard]] bool readMore();

    loop::Descriptor m_socket;
};

//! What the test wants the connection to be.
struct Plan
{
    QByteArray topic = "/t";
    worker::Arrival::Purpose purpose = worker::Arrival::Purpose::Topic;
    bool mayRead = true;
    bool mayWrite = true;
    std::int64_t expiresAt = 0; //!< ms since the epoch; 0: never
    bool isHeadRight = true;    //!< else one that the handshake refuses
};

//! A pool of workers, and all that it tells. Any thread.
class PoolWorld
{
public:
    explicit PoolWorld(worker::PoolOptions options = {});
    ~PoolWorld();

    std::unique_ptr<Client> connectClient(const Plan &plan = {});
    //! The two halves of that.
    worker::Arrival makeArrival(const Plan &plan, std::unique_ptr<Client> &client);
    void adopt(worker::Arrival arrival); //!< counts it and hands it over, as the front does

    worker::WorkerPool &pool() { return *m_pool; }
    void endPool() { m_pool.reset(); }
    //! The loop of this worker stands still until what comes back is destroyed.
    [[nodiscard]] std::shared_ptr<void> block(int worker);

    //! How often a place was given back.
    [[nodiscard]] int goneCount(stats::ConnectionId id) const;
    [[nodiscard]] std::size_t goneCount() const;
    [[nodiscard]] int openDescriptors() { return m_pool->openDescriptors(); }
    //! "opened", "closed 1000", in the order of reports; of one connection.
    [[nodiscard]] std::vector<std::string> storyOf(stats::ConnectionId id) const;
    [[nodiscard]] int workerOf(stats::ConnectionId id) const; //!< -1: not opened
    [[nodiscard]] std::vector<stats::ConnectionId> requests() const;

private:
    void take(const stats::Report &report);

    mutable std::mutex m_mutex;
    std::map<stats::ConnectionId, int> m_gone;
    std::map<stats::ConnectionId, int> m_workers;
    std::map<stats::ConnectionId, std::vector<std::string>> m_stories;
    std::vector<stats::ConnectionId> m_requests;
    std::atomic<stats::ConnectionId> m_lastId = 0;
    std::unique_ptr<worker::WorkerPool> m_pool;
};

} // namespace relay::tests
