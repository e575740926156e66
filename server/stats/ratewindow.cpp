// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/ratewindow.h"

#include <algorithm>

namespace relay::stats {

namespace {

constexpr std::int64_t kWindow = 900;   // ms; below the slowest tick of a worker, so that each such tick closes one
constexpr std::int64_t kPause = 2000;   // ms without sums after which a connection counts as idle
constexpr std::int64_t kShortest = 200; // ms; a burst is never spread over less

std::int64_t perSecond(std::uint64_t now, std::uint64_t before, std::int64_t milliseconds)
{
    const std::uint64_t bytes = now > before ? now - before : 0;
    return static_cast<std::int64_t>(static_cast<double>(bytes) * 1000.0 / static_cast<double>(milliseconds) + 0.5);
}

} // namespace

RateWindow::RateWindow(std::int64_t openedAt)
    : m_startAt(openedAt)
    , m_lastAt(openedAt)
{
}

void RateWindow::add(std::int64_t at, std::uint64_t inBytes, std::uint64_t outBytes, std::int64_t knownUnchangedAt)
{
    // After a pause the window starts where the sums were last known to stand still, else a second back.
    if (at - m_lastAt > kPause) {
        m_startAt = std::max({ m_startAt, at - 1000, std::min(knownUnchangedAt, at - kShortest) });
        m_startIn = m_lastIn;
        m_startOut = m_lastOut;
    }
    m_lastAt = at;
    m_lastIn = inBytes;
    m_lastOut = outBytes;
    if (at - m_startAt < kWindow && (m_inRate != 0 || m_outRate != 0))
        return;
    const std::int64_t elapsed = std::max(at - m_startAt, kShortest);
    m_inRate = perSecond(inBytes, m_startIn, elapsed);
    m_outRate = perSecond(outBytes, m_startOut, elapsed);
    if (at - m_startAt < kWindow)
        return; // a first estimate; the window goes on
    m_startAt = at;
    m_startIn = inBytes;
    m_startOut = outBytes;
}

bool RateWindow::decay(std::int64_t now)
{
    if (now - m_lastAt <= kPause || (m_inRate == 0 && m_outRate == 0))
        return false;
    m_inRate = 0;
    m_outRate = 0;
    return true;
}

} // namespace relay::stats
