// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/load.h"

#include "bench/load/clock.h"
#include "bench/load/connector.h"
#include "bench/load/processuse.h"
#include "bench/load/traffic.h"

#include <algorithm>
#include <span>

#include <unistd.h>

namespace relay::load {

namespace {

constexpr std::uint32_t kIdlePerTopic = 100;
constexpr std::int64_t kSampleEvery = kSecond / 4; // of the server's memory
constexpr useconds_t kSettleUs = 200'000;

//! Of the time that a process could have run, the part in which it had no core.
double waitedShare(const ProcessUse &before, const ProcessUse &after)
{
    const auto waited = double(after.waitNs - before.waitNs);
    const double wanted = waited + double(after.cpuNs - before.cpuNs);
    return wanted > 0 ? waited / wanted : 0;
}

} // namespace

Load::Load(const Options &options)
    : m_options(options)
{
    addPeers();
}

Load::~Load() = default;

void Load::addPeers()
{
    m_peers.reserve(m_options.connections());
    for (std::uint32_t i = 0; i < m_options.idle; ++i)
        addPeer(Role::Idle, 0, "/out/idle" + std::to_string(i / kIdlePerTopic));
    std::uint32_t publisher = 0;
    for (std::uint32_t topic = 0; topic < m_options.topics; ++topic) {
        const std::string name = "bench" + std::to_string(topic);
        for (std::uint32_t i = 0; i < m_options.readers && !m_options.isManyToMany; ++i)
            addPeer(Role::Reader, topic, "/out/" + name);
        for (std::uint32_t i = 0; i < m_options.slow; ++i)
            addPeer(Role::Slow, topic, "/out/" + name);
        for (std::uint32_t i = 0; i < m_options.publishers; ++i) {
            if (m_options.isManyToMany)
                addPeer(Role::Both, topic, "/bi/" + name);
            else
                addPeer(Role::Publisher, topic, "/in/" + name);
            m_peers.back().publisher = publisher++;
        }
    }
}

void Load::addPeer(Role role, std::uint32_t topic, std::string path)
{
    Peer &peer = m_peers.emplace_back();
    peer.role = role;
    peer.topic = topic;
    peer.path = std::move(path);
    if (peer.reads())
        peer.next.resize(m_options.publishers);
}

Report Load::run()
{
    connectAll();
    if (m_options.duration > 0)
        measure();
    return m_report;
}

void Load::connectAll()
{
    Connector connector(m_options.port, m_options.transport);
    const std::span<Peer> all(m_peers);
    const std::size_t first = (all.size() + 19) / 20; // they pay for what the server sets up once
    connector.open(all.first(first));
    const ProcessUse before = processUse(m_options.pid);
    const std::int64_t start = nowNs();
    connector.open(all.subspan(first));
    const double seconds = double(nowNs() - start) / double(kSecond);
    ::usleep(kSettleUs); // what the server still does for them
    const ProcessUse after = processUse(m_options.pid);
    m_rssConnected = after.rss;
    m_report.connections = all.size();
    m_report.disturbed = waitedShare(before, after);
    if (const auto count = double(all.size() - first); count > 0) {
        m_report.connectsPerSecond = count / seconds;
        m_report.connectCpu = double(after.cpuNs - before.cpuNs) / 1000 / count;
        m_report.rssPerConnection = double(after.rss - before.rss) / count;
    }
}

void Load::measure()
{
    Traffic traffic(m_options, m_peers);
    runFor(m_options.warmUp, traffic);
    traffic.delivery().startMeasuring();
    const std::uint64_t countBefore = traffic.delivery().count();
    const ProcessUse before = processUse(m_options.pid);
    const ProcessUse ownBefore = processUse(::getpid());
    const std::int64_t start = nowNs();
    runFor(m_options.duration, traffic);
    const auto elapsed = double(nowNs() - start);
    const ProcessUse own = processUse(::getpid());
    const ProcessUse after = processUse(m_options.pid);
    traffic.delivery().stopMeasuring();

    const auto cpu = double(after.cpuNs - before.cpuNs);
    const Histogram &latency = traffic.delivery().latency();
    m_report.seconds = elapsed / double(kSecond);
    m_report.delivered = traffic.delivery().count() - countBefore;
    m_report.cpuPerMessage = m_report.delivered > 0 ? cpu / 1000 / double(m_report.delivered) : 0;
    m_report.serverBusy = cpu / elapsed;
    m_report.loadBusy = double(own.cpuNs - ownBefore.cpuNs) / elapsed;
    m_report.disturbed = std::max(waitedShare(before, after), waitedShare(ownBefore, own));
    m_report.latency50 = latency.quantileNs(0.5) / 1000;
    m_report.latency99 = latency.quantileNs(0.99) / 1000;
    traffic.drain();
    m_report.lost = traffic.expected() - traffic.delivery().count();
}

void Load::runFor(double seconds, Traffic &traffic)
{
    const std::int64_t end = nowNs() + std::int64_t(seconds * double(kSecond));
    for (std::int64_t now = nowNs(); now < end; now = nowNs()) {
        traffic.runUntil(std::min(end, now + kSampleEvery));
        m_report.rssGrowth = std::max(m_report.rssGrowth, processUse(m_options.pid).rss - m_rssConnected);
    }
}

} // namespace relay::load
