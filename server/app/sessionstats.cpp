// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/sessionstats.h"

#include "server/loop/clock.h"

#include <algorithm>

namespace relay::app {

namespace {
constexpr std::int64_t kLeastMs = 1000; // between two reports
constexpr std::int64_t kMostMs = 24LL * 3600 * 1000;
} // namespace

SessionStats::SessionStats(stats::Ledger &ledger, stats::Control &control, stats::Generator generator,
                           std::int64_t everyMs, StatsTopic topic)
    : m_ledger(ledger)
    , m_control(control)
    , m_generator(generator)
    , m_topic(std::move(topic))
    , m_publishedAt(loop::monotonicMs() - kLeastMs)
{
    m_every.setInterval(int(std::clamp(everyMs, kLeastMs, kMostMs)));
    m_soon.setSingleShot(true);
    m_soon.setTimerType(Qt::PreciseTimer); // others come up to a twentieth early
    m_every.setTimerType(Qt::PreciseTimer);
    connect(&m_every, &QTimer::timeout, this, &SessionStats::publish);
    connect(&m_soon, &QTimer::timeout, this, &SessionStats::publish);
    m_ledger.addListener(this);
}

SessionStats::~SessionStats()
{
    m_ledger.removeListener(this);
}

void SessionStats::connectionOpened(stats::ConnectionId id)
{
    if (!m_topic.paths.contains(m_ledger.find(id)->facts.path))
        return;
    m_clients.insert(id);
    if (!m_every.isActive())
        m_every.start();
}

void SessionStats::connectionClosed(stats::ConnectionId id)
{
    if (m_clients.erase(id) == 0 || !m_clients.empty())
        return;
    m_every.stop();
    m_soon.stop();
}

bool SessionStats::takeRequest(stats::ConnectionId id)
{
    if (!m_clients.contains(id))
        return false;
    const std::int64_t rest = m_publishedAt + kLeastMs - loop::monotonicMs();
    if (rest <= 0)
        publish();
    else if (!m_soon.isActive())
        m_soon.start(int(rest));
    return true;
}

void SessionStats::publish()
{
    QByteArray report;
    for (const stats::ConnectionId id : m_clients) {
        const stats::ConnectionEntry *client = m_ledger.find(id);
        if (!client || !client->facts.mayRead)
            continue;
        if (report.isEmpty())
            report = m_topic.report(m_ledger, m_generator, loop::wallMs());
        m_control.send(client->worker, id, { report });
    }
    // The next one is due so long after this one has gone out, whyever it came.
    m_publishedAt = loop::monotonicMs();
    m_soon.stop();
    m_every.start();
}

} // namespace relay::app
