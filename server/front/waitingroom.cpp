// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/waitingroom.h"

namespace relay::front {

void WaitingRoom::enter(Visitor *visitor, const QHostAddress &address, std::int64_t nowMs)
{
    const Place place { ++m_last, nowMs, address };
    m_silent[address].emplace(place.number, Entry { visitor, nowMs });
    m_visitors.insert(visitor, place);
}

void WaitingRoom::leave(Visitor *visitor)
{
    const auto found = m_visitors.constFind(visitor);
    if (found == m_visitors.constEnd())
        return;
    takeOut(*found);
    m_visitors.erase(found);
}

void WaitingRoom::keep(Visitor *visitor)
{
    move(visitor, Group::Kept);
}

void WaitingRoom::linger(Visitor *visitor)
{
    move(visitor, Group::Lingering);
}

void WaitingRoom::move(Visitor *visitor, Group group)
{
    const auto found = m_visitors.find(visitor);
    if (found == m_visitors.end() || found->group == group)
        return;
    takeOut(*found);
    found->group = group;
    if (group == Group::Lingering)
        m_lingering.emplace(found->number, Entry { visitor, found->cameMs });
}

void WaitingRoom::takeOut(const Place &place)
{
    if (place.group == Group::Lingering)
        m_lingering.erase(place.number);
    if (place.group != Group::Silent)
        return;
    const auto line = m_silent.find(place.address);
    line->erase(place.number);
    if (line->empty())
        m_silent.erase(line);
}

Visitor *WaitingRoom::next(std::int64_t silentSinceMs) const
{
    if (!m_lingering.empty())
        return m_lingering.begin()->second.visitor;
    const Line *longest = nullptr;
    for (const Line &line : m_silent) {
        if (!longest || line.size() > longest->size()
            || (line.size() == longest->size() && line.begin()->first < longest->begin()->first))
            longest = &line;
    }
    if (!longest || longest->begin()->second.cameMs > silentSinceMs)
        return nullptr;
    return longest->begin()->second.visitor;
}

} // namespace relay::front
