// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/resumes.h"

#include <QStringBuilder>

namespace relay::shell {

int Resumes::note(const QByteArray &host, const QByteArray &resume, std::int64_t nowMs)
{
    forget(nowMs);
    const QByteArray key = host + '/' + resume;
    const auto [found, isNew] = m_entries.try_emplace(key);
    if (!isNew) {
        const auto [first, last] = m_ages.equal_range(found->second.lastMs);
        for (auto age = first; age != last; ++age) {
            if (age->second == key) {
                m_ages.erase(age);
                break;
            }
        }
    }
    found->second.lastMs = nowMs;
    m_ages.emplace(nowMs, key);
    return found->second.times++;
}

void Resumes::forget(std::int64_t nowMs)
{
    while (!m_ages.empty() && (m_ages.begin()->first + kKeptMs <= nowMs || m_entries.size() >= kMost)) {
        m_entries.erase(m_ages.begin()->second);
        m_ages.erase(m_ages.begin());
    }
}

} // namespace relay::shell
