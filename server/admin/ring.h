// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <utility>

namespace relay::admin {

/*!
 * The newest of a list that goes on for ever, each with its number, from 1. Invariant: the numbers of what is kept have no
 * gaps. Whoever follows it keeps a number, and learns from first() what it has missed. One thread.
 */
template<typename Record>
class Ring
{
public:
    explicit Ring(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    void append(Record record)
    {
        m_records.push_back(std::move(record));
        if (m_records.size() > m_capacity) {
            m_records.pop_front();
            ++m_first;
        }
    }
    [[nodiscard]] std::uint64_t first() const
    {
        return m_first;
    } //!< of what is kept; equals end() when that is nothing
    [[nodiscard]] std::uint64_t end() const { return m_first + m_records.size(); } //!< the next to come
    //! n: from first() to before end().
    [[nodiscard]] const Record &at(std::uint64_t n) const { return m_records[std::size_t(n - m_first)]; }

private:
    std::size_t m_capacity;
    std::deque<Record> m_records;
    std::uint64_t m_first = 1;
};

} // namespace relay::admin
