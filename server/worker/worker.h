// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/hub.h"
#include "server/hub/senderchoice.h"
#include "server/loop/clock.h"
#include "server/loop/epollset.h"
#include "server/loop/mailbox.h"
#include "server/loop/ticker.h"
#include "server/worker/letter.h"
#include "server/worker/reporter.h"
#include "server/worker/shellpairs.h"
#include "server/ws/handshaker.h"
#include "server/ws/linkhost.h"
#include "server/ws/wslink.h"

#include <atomic>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relay::worker {

struct WorkerOptions
{
    int index = 0;
    hub::SenderChoice sender = hub::SenderChoice::Auto;
    hub::QueueBudget budget;
    bool endsSlowReaders = false; //!< of data, instead of dropping messages
    ws::WsLinkOptions link;
    int workers = 1;               //!< of the pool
    std::size_t spreadReaders = 0; //!< of one topic, above which other workers serve further ones; 0: never
    std::function<void(int worker, Letter)> post; //!< into another worker's mailbox
    std::size_t instantStart = 0;                 //!< bytes of a group of pictures kept for new viewers; 0: none
    //! Whether a connection that is only now known here may stay, or was cut on its way. None: all may.
    std::function<bool(stats::ConnectionId)> mayStay;
    //! An HTTP answer of 400 or above was given. code: of websockets, and says why.
    std::function<void(int status, std::uint16_t code)> refused;
    std::function<std::int64_t()> wallMs = loop::wallMs; //!< ms since the epoch: what connections expire by
    //! A connection of the relay of shells can be told something here from now on. May be empty.
    std::function<void(int worker, stats::ConnectionId)> shellReady;
    std::atomic<bool> *isWatched = nullptr; //!< somebody looks: report every 250 ms instead of every second
    ReportSink report;
    std::function<void(int worker, stats::ConnectionId)> statsRequested;
    std::function<void()> allGone; //!< after ShutDown, once: nobody is left
};

/*!
 * Some of the topics with all of their links, on one thread. Nothing in it is seen by another thread; it is told what
 * to do by letters and tells what it knows through the reporter. The thread has no Qt loop, so nothing here may need one.
 */
class Worker final : private ws::LinkHost
{
public:
    explicit Worker(WorkerOptions options);
    ~Worker();

    //! The thread's loop: returns when it has been told to quit.
    void run();

    //! Any thread.
    void post(Letter letter) { m_mailbox.post(std::move(letter)); }
    void post(std::vector<Letter> &letters) { m_mailbox.post(letters); } //!< takes them out of it
    //! False: no such connection any more.
    bool close(stats::ConnectionId id, std::uint16_t code, const QByteArray &reason);
    void send(stats::ConnectionId id, const std::vector<QByteArray> &textMessages);
    void tellHost(stats::ConnectionId id, const QByteArray &text); //!< on its management connection
    void setTaps(std::vector<stats::TapSpec> taps) { m_hub.setTaps(std::move(taps)); }
    [[nodiscard]] std::vector<stats::TapRecord> takeTapped() { return m_hub.takeTapped(); }

private:
    struct Entry
    {
        Place place; // ends after the link
        std::unique_ptr<ws::Link> link;
        Told told;
        int home = -1;              // for which this worker is an outlet
        std::int64_t expiresAt = 0; // ms since the epoch; 0: never
    };

    ws::LinkHost &host() { return *this; }
    hub::Hub &hub() override { return m_hub; }
    loop::EpollSet &epollSet() override { return m_epollSet; }
    std::span<char> readBuffer() override { return { m_readBuffer.get(), kReadBuffer }; }
    std::int64_t nowMs() const override { return m_nowMs; }
    void retired(ws::Link &link, std::uint16_t code, const QByteArray &reason) override;
    void refused(int status, std::uint16_t code) override;
    void ended(ws::Link &link) override;
    void statsRequested(ws::Link &link) override;

    void take(Letter letter);
    void adopt(Arrival arrival);
    //! Says 1001 to everybody; allGone() follows once nobody is left.
    void shutDown();
    [[nodiscard]] int serverOf(const Arrival &arrival);
    void handOn(int outlet, const hub::Topic &topic, const hub::SharedBatchPtr &batch);
    void tellHome(int home, const QByteArray &topic);
    void openWebsocket(Arrival arrival, const QByteArray &response);
    void openIngest(Arrival arrival);
    //! From now on it can be closed by its id. The greeting is the first that it sends.
    void install(std::unique_ptr<ws::Link> link, Arrival &arrival, std::string_view greeting);
    void join(ws::Link &link, const Arrival &arrival);
    [[nodiscard]] std::unique_ptr<ws::WsLink> makeWebsocket(Arrival &arrival);
    void connectShell(ws::ShellLink &link, Arrival &arrival);
    void makeCalls();
    void refresh();
    void flush();
    void endOfPass();
    void tick();
    void noteDrops(ws::Link &link);
    void endExpired();
    void removeEnded();
    void passOnRequests();
    [[nodiscard]] const ws::WsLinkOptions &linkOptions(const Arrival &arrival) const;

    static constexpr std::size_t kReadBuffer = 256 * 1024;

    WorkerOptions m_options;
    ws::WsLinkOptions m_readerOptions;
    ws::WsLinkOptions m_statsOptions;
    ws::WsLinkOptions m_sessionStatsOptions;
    ws::WsLinkOptions m_sessionStatsReaderOptions;
    ws::WsLinkOptions m_shellOptions;
    hub::Hub m_hub;
    std::unique_ptr<char[]> m_readBuffer;
    Reporter m_reporter;
    loop::EpollSet m_epollSet;
    loop::Mailbox<Letter> m_mailbox;
    ws::Handshaker m_handshaker;
    loop::Ticker m_ticker;
    std::vector<Call> m_calls;                     // that came in this pass
    std::pmr::unsynchronized_pool_resource m_pool; // of the nodes below, which live long
    std::pmr::unordered_map<stats::ConnectionId, Entry> m_links { &m_pool };
    std::vector<ws::Link *> m_retired;
    std::vector<stats::ConnectionId> m_ended;
    std::vector<stats::ConnectionId> m_asking;                          // for statistics, in this pass
    std::unordered_map<stats::ConnectionId, QByteArray> m_outletTopics; // of links that are served for another worker
    ShellPairs m_shells;
    std::int64_t m_beganNs = 0; // this pass, or what is done between two
    std::int64_t m_nowMs = 0;
    std::int64_t m_lastTickMs = 0;
    std::int64_t m_lastReportMs = 0;
    std::int64_t m_lastSweepMs = 0;
    std::size_t m_expiring = 0; // links that do
    bool m_isShuttingDown = false;
    bool m_saidAllGone = false;
    bool m_isQuitting = false;
};

} // namespace relay::worker
