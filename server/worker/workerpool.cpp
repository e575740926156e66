// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/workerpool.h"

#include <QMetaObject>

#include <chrono>
#include <future>
#include <memory>
#include <semaphore>

namespace relay::worker {

namespace {
constexpr std::chrono::milliseconds kTapsTakenWithin { 200 };
}

WorkerPool::WorkerPool(PoolOptions options, QObject *parent)
    : QObject(parent)
    , m_places { .gone = options.gone }
    , m_stopped(options.workers)
{
    ws::Handshaker::warmUp();
    for (int index = 0; index < options.workers; ++index) {
        const WorkerOptions own {
            .index = index,
            .sender = options.sender,
            .budget = options.budget,
            .endsSlowReaders = options.endsSlowReaders,
            .link = options.link,
            .workers = options.workers,
            .spreadReaders = options.spreadReaders,
            .post = [this](int worker, Letter letter) { m_workers[std::size_t(worker)]->post(std::move(letter)); },
            .instantStart = options.instantStart,
            .mayStay = options.mayStay,
            .refused = options.refused,
            .wallMs = options.wallMs,
            .shellReady = options.shellReady,
            .isWatched = &m_isWatched,
            .report = options.report,
            .statsRequested = options.statsRequested,
            .allGone = [this] { QMetaObject::invokeMethod(this, &WorkerPool::noteGone, Qt::QueuedConnection); }
        };
        // Made and destroyed on its own thread, which Qt's part of a handshake belongs to.
        std::promise<Worker *> made;
        m_threads.emplace_back(QThread::create([this, own, &made] {
            Worker worker(own);
            made.set_value(&worker);
            worker.run();
            m_stopped.arrive_and_wait();
        }));
        m_threads.back()->setObjectName(QStringLiteral("worker %1").arg(index));
        m_threads.back()->start();
        m_workers.push_back(made.get_future().get());
    }
}

WorkerPool::~WorkerPool()
{
    for (Worker *worker : m_workers)
        worker->post(Quit {});
    for (const auto &thread : m_threads)
        thread->wait();
}

void WorkerPool::noteGone()
{
    if (--m_busyWorkers == 0)
        Q_EMIT stopped();
}

std::size_t WorkerPool::workerOf(const Arrival &arrival) const
{
    return qHash(arrival.facts.topic, 0) % m_workers.size();
}

void WorkerPool::adopt(Arrival arrival)
{
    Worker *const worker = m_workers[workerOf(arrival)];
    arrival.place = Place(m_places, arrival.facts.id);
    worker->post(std::move(arrival));
}

void WorkerPool::adopt(std::vector<Arrival> &arrivals)
{
    std::vector<std::vector<Letter>> letters(m_workers.size());
    for (Arrival &arrival : arrivals) {
        arrival.place = Place(m_places, arrival.facts.id);
        letters[workerOf(arrival)].emplace_back(std::move(arrival));
    }
    arrivals.clear();
    for (std::size_t i = 0; i < m_workers.size(); ++i)
        m_workers[i]->post(letters[i]);
}

void WorkerPool::shutDown()
{
    m_busyWorkers = size();
    for (Worker *worker : m_workers)
        worker->post(ShutDown {});
}

void WorkerPool::askAll(std::function<void()> done)
{
    auto left = std::make_shared<std::atomic<std::size_t>>(m_workers.size());
    for (Worker *worker : m_workers) {
        const auto answer = [left, done] {
            if (left->fetch_sub(1) == 1)
                done();
        };
        worker->post(Call(answer));
    }
}

void WorkerPool::close(int index, stats::ConnectionId id, std::uint16_t code, QByteArray reason,
                       std::function<void(bool)> done)
{
    Worker *const worker = m_workers[std::size_t(index)];
    worker->post(Call([=] { done(worker->close(id, code, reason)); }));
}

void WorkerPool::closeEverywhere(const std::vector<stats::ConnectionId> &ids, std::uint16_t code,
                                 const QByteArray &reason)
{
    for (Worker *worker : m_workers) {
        const auto close = [=] {
            for (const stats::ConnectionId id : ids)
                worker->close(id, code, reason);
        };
        worker->post(Call(close));
    }
}

void WorkerPool::tellHost(int index, stats::ConnectionId id, const QByteArray &text)
{
    Worker *const worker = m_workers[std::size_t(index)];
    worker->post(Call([=] { worker->tellHost(id, text); }));
}

void WorkerPool::send(int index, stats::ConnectionId id, std::vector<QByteArray> textMessages)
{
    Worker *const worker = m_workers[std::size_t(index)];
    worker->post(Call([worker, id, messages = std::move(textMessages)] { worker->send(id, messages); }));
}

void WorkerPool::setTaps(std::vector<stats::TapSpec> taps)
{
    // Whoever hears that a tap is open sends something to see it, at once. One that has ended may see a little more.
    const bool isOneMore = taps.size() > m_taps;
    m_taps = taps.size();
    const auto taken = std::make_shared<std::counting_semaphore<>>(0);
    for (Worker *worker : m_workers) {
        worker->post(Call([worker, taps, taken] {
            worker->setTaps(taps);
            taken->release();
        }));
    }
    const auto end = std::chrono::steady_clock::now() + kTapsTakenWithin;
    for (std::size_t i = 0; isOneMore && i < m_workers.size(); ++i)
        if (!taken->try_acquire_until(end))
            return; // it is busy, and will
}

void WorkerPool::collectTaps(std::function<void(std::vector<stats::TapRecord>)> taken)
{
    for (Worker *worker : m_workers) {
        worker->post(Call([worker, taken] { taken(worker->takeTapped()); }));
    }
}

} // namespace relay::worker
