// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/worker.h"

#include "common/http/body.h"
#include "common/http/response.h"
#include "server/loop/clock.h"
#include "server/ws/ingestlink.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace relay::worker {

namespace {

Q_LOGGING_CATEGORY(lcWorker, "relay.worker")

constexpr std::int64_t kTickMs = 250;
constexpr std::int64_t kQuietReportMs = 1000;
constexpr std::int64_t kSweepMs = 1000;
// Of a shell. Sixteen times what the servers before this one take, and as much as their clients ever send.
constexpr std::uint64_t kMaxShellMessage = 1024 * 1024;

std::span<char> mutableBytes(QByteArray &bytes)
{
    return { bytes.data(), std::size_t(bytes.size()) };
}

} // namespace

Worker::Worker(WorkerOptions options)
    : m_options(std::move(options))
    , m_readerOptions(m_options.link)
    , m_statsOptions(m_options.link)
    , m_sessionStatsOptions(m_options.link)
    , m_sessionStatsReaderOptions(m_options.link)
    , m_shellOptions(m_options.link)
    , m_hub(hub::makeSender(m_options.sender), m_options.budget, m_options.endsSlowReaders)
    , m_readBuffer(new char[kReadBuffer])
    , m_reporter(m_options.index, m_options.report)
    , m_epollSet([this] { endOfPass(); })
    , m_mailbox(m_epollSet, [this](Letter letter) { take(std::move(letter)); })
    , m_ticker(m_epollSet, kTickMs)
{
    m_readerOptions.mayWrite = false;
    m_statsOptions.asks = ws::Asks::ByAnyMessage;
    m_sessionStatsOptions.asks = ws::Asks::ByCommand;
    m_sessionStatsReaderOptions.asks = ws::Asks::ByCommand;
    m_sessionStatsReaderOptions.mayWrite = false;
    m_shellOptions.asks = ws::Asks::Talks;
    m_shellOptions.maxMessage = std::min(m_shellOptions.maxMessage, kMaxShellMessage);
    m_hub.setInstantStart(m_options.instantStart);
    m_hub.setHandOn([this](int outlet, const hub::Topic &topic, const hub::SharedBatchPtr &batch) {
        handOn(outlet, topic, batch);
    });
    m_epollSet.setBeginOfPass([this] { refresh(); });
    refresh();
    m_lastTickMs = m_lastSweepMs = m_nowMs;
}

Worker::~Worker() = default;

// One reading of the clocks serves all messages of a pass, or of what is done between passes.
void Worker::refresh()
{
    m_beganNs = loop::monotonicNs();
    m_nowMs = m_beganNs / loop::kNsPerMs;
    m_hub.setTime(m_nowMs, loop::wallMs());
}

void Worker::run()
{
    while (!m_isQuitting) {
        m_epollSet.pass(loop::EpollSet::Wait::ForEvent);
        makeCalls();
        if (m_ticker.takeTick())
            tick();
    }
}

void Worker::makeCalls()
{
    if (m_calls.empty())
        return;
    for (const Call &call : std::exchange(m_calls, {}))
        call();
}

// In the middle of a pass: what it causes is sent, and swept, at the pass's end.
void Worker::take(Letter letter)
{
    if (auto *arrival = std::get_if<Arrival>(&letter))
        adopt(std::move(*arrival));
    else if (auto *handed = std::get_if<HandedOn>(&letter))
        m_hub.relay(handed->topic, handed->kind, std::move(handed->batch));
    else if (const auto *left = std::get_if<OutletReaderLeft>(&letter))
        m_hub.removeOutletReader(left->topic, left->outlet);
    else if (auto *call = std::get_if<Call>(&letter))
        m_calls.push_back(std::move(*call)); // it may end links that this pass holds events for
    else if (std::holds_alternative<ShutDown>(letter))
        shutDown();
    else
        m_isQuitting = true;
}

void Worker::adopt(Arrival arrival)
{
    if (arrival.purpose == Arrival::Purpose::Ingest) {
        openIngest(std::move(arrival));
        return;
    }
    if (const int server = serverOf(arrival); server != m_options.index) {
        m_hub.addOutletReader(arrival.facts.topic, server);
        arrival.home = m_options.index;
        m_options.post(server, std::move(arrival));
        return;
    }
    const QByteArray response = m_handshaker.answer(arrival.handshake, arrival.peer, arrival.peerPort);
    openWebsocket(std::move(arrival), response);
}

// Who only reads may be served by another worker, the one with the fewest readers of the topic. Where a reader may make
// senders wait, all stay together.
int Worker::serverOf(const Arrival &arrival)
{
    const stats::Facts &facts = arrival.facts;
    const bool maySpread = m_options.spreadReaders > 0 && arrival.home < 0 && arrival.purpose == Arrival::Purpose::Topic
        && !facts.mayWrite && facts.kind != topic::Kind::Stream;
    const hub::Topic *topic = maySpread ? m_hub.find(facts.topic) : nullptr;
    if (!topic || topic->readers().size() < m_options.spreadReaders)
        return m_options.index;
    std::vector<std::size_t> readers(std::size_t(m_options.workers), 0);
    readers[std::size_t(m_options.index)] = topic->readers().size();
    for (const hub::Outlet &outlet : topic->outlets())
        readers[std::size_t(outlet.worker)] = outlet.readers;
    return int(std::min_element(readers.begin(), readers.end()) - readers.begin());
}

void Worker::handOn(int outlet, const hub::Topic &topic, const hub::SharedBatchPtr &batch)
{
    m_options.post(outlet, HandedOn { topic.name(), topic.kind(), batch });
}

void Worker::tellHome(int home, const QByteArray &topic)
{
    if (home >= 0)
        m_options.post(home, OutletReaderLeft { topic, m_options.index });
}

const ws::WsLinkOptions &Worker::linkOptions(const Arrival &arrival) const
{
    if (arrival.purpose == Arrival::Purpose::Stats)
        return m_statsOptions;
    if (arrival.purpose == Arrival::Purpose::SessionStats)
        return arrival.facts.mayWrite ? m_sessionStatsOptions : m_sessionStatsReaderOptions;
    return arrival.facts.mayWrite ? m_options.link : m_readerOptions;
}

std::unique_ptr<ws::WsLink> Worker::makeWebsocket(Arrival &arrival)
{
    const stats::ConnectionId id = arrival.facts.id;
    if (arrival.purpose != Arrival::Purpose::Shell)
        return std::make_unique<ws::WsLink>(std::move(arrival.descriptor), id, host(), linkOptions(arrival));
    return std::make_unique<ws::ShellLink>(std::move(arrival.descriptor), id, host(), m_shellOptions,
                                           arrival.facts.shell->part);
}

void Worker::openWebsocket(Arrival arrival, const QByteArray &response)
{
    auto link = makeWebsocket(arrival);
    link->secure(std::move(arrival.tls));
    if (response.isEmpty()) {
        // The front let it through and Qt's server did not: a head that only the latter finds wrong.
        refused(400, ws::close::kProtocolError);
        const QByteArray refusal = http::refusal(400, "the opening handshake is not valid");
        link->sendControl({ refusal.constData(), std::size_t(refusal.size()) });
        tellHome(arrival.home, arrival.facts.topic);
        return;
    }
    install(std::move(link), arrival, { response.constData(), std::size_t(response.size()) });
}

void Worker::openIngest(Arrival arrival)
{
    auto link = std::make_unique<ws::IngestLink>(std::move(arrival.descriptor), arrival.facts.id, host(), arrival.head);
    link->secure(std::move(arrival.tls));
    install(std::move(link), arrival, arrival.expectsContinue ? http::kContinue : "");
}

void Worker::install(std::unique_ptr<ws::Link> owned, Arrival &arrival, std::string_view greeting)
{
    ws::Link &link = *owned;
    const stats::ConnectionId id = link.id;
    m_links.emplace(id, Entry { std::move(arrival.place), std::move(owned), {}, arrival.home, arrival.facts.expiresAt });
    m_expiring += arrival.facts.expiresAt > 0 ? 1 : 0;
    if (arrival.home >= 0)
        m_outletTopics.emplace(id, arrival.facts.topic);
    qCDebug(lcWorker).noquote() << "connection" << id << "from" << arrival.facts.address << "opened"
                                << arrival.facts.path;
    m_reporter.opened(arrival.facts);
    if (arrival.purpose == Arrival::Purpose::Shell)
        m_shells.add(static_cast<ws::ShellLink &>(link), arrival.facts.shell->session, m_nowMs);
    if (!greeting.empty())
        link.sendControl(greeting); // the peer may have gone: a link that has ended joins no topic
    join(link, arrival);
    if (link.hasEnded())
        return;
    if (!link.start())
        link.abort(ws::close::kInternalError, "the kernel has no room to watch one more connection");
    else if (m_isShuttingDown)
        link.close(ws::close::kGoingAway, "the relay is shutting down");
    else if (m_options.mayStay && !m_options.mayStay(id))
        link.close(ws::close::kDenied, "denied"); // an order to close it may have come before it was here
    else if (arrival.purpose == Arrival::Purpose::Shell)
        connectShell(static_cast<ws::ShellLink &>(link), arrival);
    else if ((!arrival.rest.isEmpty() || arrival.purpose == Arrival::Purpose::Ingest) && !link.hasEnded())
        link.receive(mutableBytes(arrival.rest));
}

void Worker::join(ws::Link &link, const Arrival &arrival)
{
    const stats::Facts &facts = arrival.facts;
    const bool isLeg = facts.shell && !facts.shell->session.isEmpty();
    const bool isMember
        = arrival.purpose == Arrival::Purpose::Topic || arrival.purpose == Arrival::Purpose::Ingest || isLeg;
    if (isMember && !link.hasEnded())
        m_hub.join(link, facts.topic, { .kind = facts.kind, .reads = facts.mayRead, .writes = facts.mayWrite });
}

void Worker::connectShell(ws::ShellLink &link, Arrival &arrival)
{
    if (m_shells.isWidowed(link)) {
        link.close(ws::close::kGoingAway, "other end left");
        return;
    }
    if (m_options.shellReady)
        m_options.shellReady(m_options.index, link.id);
    if (!arrival.rest.isEmpty() && !link.hasEnded())
        link.receive(mutableBytes(arrival.rest));
}

void Worker::tellHost(stats::ConnectionId id, const QByteArray &text)
{
    ws::ShellLink *const host = m_shells.find(id);
    if (!host)
        return; // its end is known to those who sent this, or will be
    refresh();
    host->tell(text);
    endOfPass();
}

bool Worker::close(stats::ConnectionId id, std::uint16_t code, const QByteArray &reason)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || !found->second.link->isOpen())
        return false;
    refresh();
    found->second.link->close(code, reason);
    endOfPass();
    return true;
}

void Worker::send(stats::ConnectionId id, const std::vector<QByteArray> &textMessages)
{
    const auto found = m_links.find(id);
    if (found == m_links.end())
        return;
    refresh();
    if (auto *link = dynamic_cast<ws::WsLink *>(found->second.link.get()))
        link->sendTexts(textMessages);
    endOfPass();
}

void Worker::shutDown()
{
    m_isShuttingDown = true;
    for (auto &[id, entry] : m_links)
        entry.link->close(ws::close::kGoingAway, "the relay is shutting down");
}

void Worker::retired(ws::Link &link, std::uint16_t code, const QByteArray &reason)
{
    if (!m_links.contains(link.id))
        return; // it was refused, and nobody was told of it
    m_retired.push_back(&link);
    m_shells.noteRetired(link.id, code, reason);
    qCDebug(lcWorker).noquote().nospace()
        << "connection " << link.id << " closed with " << code << (reason.isEmpty() ? "" : ": ") << reason;
    m_reporter.closed(link, code, reason);
}

void Worker::refused(int status, std::uint16_t code)
{
    if (m_options.refused)
        m_options.refused(status, code);
}

void Worker::ended(ws::Link &link)
{
    if (m_links.contains(link.id))
        m_ended.push_back(link.id);
}

// One that asks many times in a pass gets one answer.
void Worker::statsRequested(ws::Link &link)
{
    if (m_asking.empty() || m_asking.back() != link.id)
        m_asking.push_back(link.id);
}

void Worker::passOnRequests()
{
    if (m_asking.empty())
        return;
    m_reporter.deliver(); // who asks is known by then, to those who answer
    for (const stats::ConnectionId id : m_asking)
        m_options.statsRequested(m_options.index, id);
    m_asking.clear();
}

void Worker::flush()
{
    m_hub.flush();
    if (const std::uint64_t messages = m_hub.takeDelivered(); messages > 0)
        m_reporter.delivered(messages, loop::monotonicNs() - m_beganNs);
}

void Worker::endOfPass()
{
    flush();
    if (m_shells.hasRetired()) [[unlikely]]
        m_shells.settle(); // what one end sent last goes out to the other first
    for (ws::Link *link : m_retired)
        m_hub.leave(*link);
    m_retired.clear();
    passOnRequests();
    removeEnded();
    if (m_isShuttingDown && m_links.empty() && !std::exchange(m_saidAllGone, true))
        m_options.allGone();
}

void Worker::removeEnded()
{
    for (const stats::ConnectionId id : m_ended) {
        const auto ended = m_links.find(id);
        if (ended->second.home >= 0)
            tellHome(ended->second.home, m_outletTopics.extract(id).mapped());
        m_expiring -= ended->second.expiresAt > 0 ? 1 : 0;
        m_links.erase(ended);
    }
    m_ended.clear();
}

void Worker::tick()
{
    refresh();
    m_reporter.ticked(std::max<double>(0, double(m_nowMs - m_lastTickMs - kTickMs)));
    m_lastTickMs = m_nowMs;
    if (m_expiring > 0)
        endExpired();
    const bool sweeps = m_nowMs - m_lastSweepMs >= kSweepMs;
    const bool reports = *m_options.isWatched || m_nowMs - m_lastReportMs >= kQuietReportMs;
    for (auto &[id, entry] : m_links) {
        noteDrops(*entry.link);
        if (sweeps)
            entry.link->sweep(m_nowMs);
        if (reports && entry.link->isOpen())
            m_reporter.look(*entry.link, entry.told, m_nowMs);
    }
    if (sweeps) {
        m_shells.sweep(m_nowMs);
        m_handshaker.tidy();
        m_lastSweepMs = m_nowMs;
    }
    if (reports)
        m_lastReportMs = m_nowMs;
    if (reports || m_reporter.hasEvents()) // who came and went is soon known even when nobody watches
        m_reporter.deliver();
    endOfPass();
}

// By the clock that tokens go by, whatever it does: one that is put forward ends connections, one put back spares them.
void Worker::endExpired()
{
    const std::int64_t now = m_options.wallMs();
    for (auto &[id, entry] : m_links) {
        if (entry.expiresAt > 0 && now >= entry.expiresAt && entry.link->isOpen())
            entry.link->close(ws::close::kExpired, "token expired");
    }
}

void Worker::noteDrops(ws::Link &link)
{
    if (link.droppedInEpisode > 0 && !link.isDroppingEpisode) {
        link.isDroppingEpisode = true;
        qCWarning(lcWorker) << "connection" << link.id << "reads too slowly: messages to it are being dropped";
    }
    if (link.isDroppingEpisode && link.queue.isEmpty()) {
        qCWarning(lcWorker) << "connection" << link.id << "has caught up after" << link.droppedInEpisode
                            << "dropped messages";
        link.isDroppingEpisode = false;
        link.droppedInEpisode = 0;
    }
}

} // namespace relay::worker
