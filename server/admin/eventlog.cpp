// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/eventlog.h"

#include <algorithm>
#include <array>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kTogetherMs = 1000;
constexpr std::array kLevelNames { QLatin1String("info"), QLatin1String("warning"), QLatin1String("error") };

} // namespace

QLatin1String nameOf(EventLevel level)
{
    return kLevelNames.at(std::size_t(level));
}

EventLog::EventLog(MomentClock clock)
    : m_clock(std::move(clock))
{
}

void EventLog::note(Event event)
{
    event.at = m_clock().wall;
    append(std::move(event));
}

void EventLog::noteMany(Event event, const QString &manyText)
{
    const Moment now = m_clock();
    event.at = now.wall;
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) {
        return waiting.first.code == event.code && waiting.manyText == manyText;
    });
    if (same == m_waiting.end())
        m_waiting.push_back({ std::move(event), manyText, now.steady });
    else
        ++same->count;
}

void EventLog::tick()
{
    const Moment now = m_clock();
    const auto isOver = [&](const Waiting &waiting) { return now.steady - waiting.since >= kTogetherMs; };
    for (Waiting &waiting : m_waiting) {
        if (!isOver(waiting))
            continue;
        if (waiting.count > 1)
            waiting.first.text = waiting.manyText.arg(waiting.count);
        waiting.first.data.insert(QStringLiteral("count"), qint64(waiting.count));
        append(std::move(waiting.first));
    }
    std::erase_if(m_waiting, isOver);
}

void EventLog::append(Event event)
{
    if (event.text.size() > kLongestText)
        event.text = event.text.first(kLongestText) + QStringLiteral("...");
    m_ring.append(std::move(event));
}

} // namespace relay::admin
