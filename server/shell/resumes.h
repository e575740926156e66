// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <map>

namespace relay::shell {

/*!
 * How often a shell has come back, for those who look: the shell itself goes on in its two ends, and the relay needs to
 * know nothing of it. Forgotten kKeptMs after the last time; no more than kMost are remembered. Not thread-safe; pure.
 */
class Resumes
{
public:
    static constexpr std::int64_t kKeptMs = 3'600'000;
    static constexpr std::size_t kMost = 10'000;

    //! It is asked for, now: how often it was before. nowMs: monotonic.
    [[nodiscard]] int note(const QByteArray &host, const QByteArray &resume, std::int64_t nowMs);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        int times = 0;
        std::int64_t lastMs = 0;
    };
    void forget(std::int64_t nowMs);

    std::map<QByteArray, Entry> m_entries; // by host and id
    std::multimap<std::int64_t, QByteArray> m_ages;
};

} // namespace relay::shell
