// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/topic.h"

#include <utility>

namespace relay::hub {

bool Topic::hasOtherReader(const Member &member) const
{
    return m_readers.size() > 1 || (m_readers.size() == 1 && m_readers.front() != &member) || !m_outlets.empty();
}

void Topic::addOutletReader(int worker)
{
    for (Outlet &outlet : m_outlets) {
        if (outlet.worker == worker) {
            ++outlet.readers;
            return;
        }
    }
    m_outlets.push_back({ worker, 1 });
}

void Topic::removeOutletReader(int worker)
{
    for (Outlet &outlet : m_outlets) {
        if (outlet.worker == worker)
            --outlet.readers;
    }
    std::erase_if(m_outlets, [](const Outlet &outlet) { return outlet.readers == 0; });
}

void Topic::join(Member &member, const Membership &membership)
{
    if (m_members == 0 || m_kind == topic::Kind::Data)
        m_kind = membership.kind;
    ++m_members;
    member.topic = this;
    member.isReceiving = membership.reads;
    if (membership.writes && m_kind == topic::Kind::Stream) {
        m_writers.push_back(&member);
        if (m_behind > 0)
            updatePauses();
    }
    if (!membership.reads)
        return;
    member.slot = m_readers.size();
    m_readers.push_back(&member);
}

void Topic::leave(Member &member)
{
    setBehind(member, false);
    --m_members;
    std::erase(m_writers, &member);
    if (std::exchange(member.isPaused, false))
        member.setPaused(false);
    if (member.slot < m_readers.size() && m_readers[member.slot] == &member) {
        m_readers[member.slot] = m_readers.back();
        m_readers[member.slot]->slot = member.slot;
        m_readers.pop_back();
    }
    member.topic = nullptr;
    member.isReceiving = false;
}

void Topic::setBehind(Member &reader, bool isBehind)
{
    if (reader.isBehind == isBehind)
        return;
    reader.isBehind = isBehind;
    m_behind += isBehind ? 1 : std::size_t(-1);
    updatePauses();
}

// Nobody waits for itself: of two that read and write, each may be behind and still be heard by the other.
void Topic::updatePauses()
{
    for (Member *writer : m_writers) {
        const bool isPaused = m_behind > (writer->isBehind ? 1U : 0U);
        if (writer->isPaused == isPaused)
            continue;
        writer->isPaused = isPaused;
        writer->setPaused(isPaused);
    }
}

} // namespace relay::hub
