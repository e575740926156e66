// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/topic.h"

namespace relay::hub {

bool Topic::hasOtherReader(const Member &member) const
{
    return m_readers.size() > 1 || (m_readers.size() == 1 && m_readers.front() != &member);
}

void Topic::join(Member &member, bool reads)
{
    ++m_members;
    member.topic = this;
    member.isReceiving = reads;
    if (!reads)
        return;
    member.slot = m_readers.size();
    m_readers.push_back(&member);
}

void Topic::leave(Member &member)
{
    --m_members;
    if (member.slot < m_readers.size() && m_readers[member.slot] == &member) {
        m_readers[member.slot] = m_readers.back();
        m_readers[member.slot]->slot = member.slot;
        m_readers.pop_back();
    }
    member.topic = nullptr;
    member.isReceiving = false;
}

} // namespace relay::hub
