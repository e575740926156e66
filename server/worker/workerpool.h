// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"
#include "server/worker/worker.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <latch>
#include <memory>
#include <vector>

namespace relay::worker {

struct PoolOptions
{
    int workers = 1;
    hub::SenderChoice sender = hub::SenderChoice::Auto;
    hub::QueueBudget budget;
    bool endsSlowReaders = false;  //!< of data, instead of dropping messages
    std::size_t spreadReaders = 0; //!< of one topic, above which other workers serve further ones; 0: never
    std::size_t instantStart = 0;  //!< bytes of a group of pictures kept for new viewers; 0: none
    ws::WsLinkOptions link;
    // All called on the workers' threads.
    std::function<bool(stats::ConnectionId)> mayStay;            //!< of one that arrives; none: all may
    std::function<void(stats::ConnectionId)> gone;               //!< once for each that was adopted
    std::function<void(int status, std::uint16_t code)> refused; //!< an HTTP answer of 400 or above; may be empty
    ReportSink report;
    std::function<void(int worker, stats::ConnectionId)> statsRequested;
    std::function<std::int64_t()> wallMs = loop::wallMs;             //!< ms since the epoch: what connections expire by
    std::function<void(int worker, stats::ConnectionId)> shellReady; //!< of the relay of shells; may be empty
};

//! The workers and their threads. A topic belongs to one worker, by hash, for ever; others may serve some of its readers.
class WorkerPool : public QObject, public stats::Control
{
    Q_OBJECT
public:
    explicit WorkerPool(PoolOptions options, QObject *parent = nullptr);
    ~WorkerPool() override;

    void adopt(Arrival arrival);
    void adopt(std::vector<Arrival> &arrivals); //!< takes them out of it
    void shutDown();                            //!< stopped() follows
    //! Calls done, on the last worker's thread, once each of them has come round to what is queued for it.
    void askAll(std::function<void()> done);

    //! Closes these connections, whichever workers they are on; any thread.
    void closeEverywhere(const std::vector<stats::ConnectionId> &ids, std::uint16_t code, const QByteArray &reason);

    //! A host hears this on its management connection, if it is still there; any thread.
    void tellHost(int worker, stats::ConnectionId id, const QByteArray &text);

    //! Descriptors that links hold, and that the front counts on arrival.
    [[nodiscard]] std::atomic<int> &openDescriptors() { return m_places.openDescriptors; }
    [[nodiscard]] int size() const { return int(m_workers.size()); }

    void close(int worker, stats::ConnectionId id, std::uint16_t code, QByteArray reason,
               std::function<void(bool)> done) override;
    void send(int worker, stats::ConnectionId id, std::vector<QByteArray> textMessages) override;
    void setWatched(bool isWatched) override { m_isWatched = isWatched; }
    void setTaps(std::vector<stats::TapSpec> taps) override;
    void collectTaps(std::function<void(std::vector<stats::TapRecord>)> taken) override;

Q_SIGNALS:
    void stopped(); //!< no link is left

private:
    [[nodiscard]] std::size_t workerOf(const Arrival &arrival) const; //!< index
    void noteGone();

    Places m_places;
    std::atomic<bool> m_isWatched = false;
    std::latch m_stopped; // loops: a worker ends when none can post to it any more
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<Worker *> m_workers;
    int m_busyWorkers = 0;
    std::size_t m_taps = 0; // in the list before; of the thread that calls setTaps()
};

} // namespace relay::worker
