// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/figures.h"

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace relay::stats {

//! Means over one step, and how many connections there were at its end.
struct HistoryRow
{
    float inRate = std::numeric_limits<float>::quiet_NaN(); //!< bytes/s; not a number: nothing is known of that step
    float outRate = 0;                                      //!< bytes/s
    float dropped = 0;                                      //!< messages/s
    std::int32_t connections = 0;

    [[nodiscard]] bool isKnown() const { return inRate == inRate; }
};

/*!
 * The last so many rows of one step. Steps are numbered since the epoch; those that were left out are unknown. Grows with what
 * is put in, up to its capacity.
 */
class HistoryRing
{
public:
    explicit HistoryRing(int capacity)
        : m_capacity(std::size_t(capacity))
    {
    }
    //! A step that is not after the last one takes everything from there on back: the clock was set.
    void put(std::int64_t step, const HistoryRow &row);
    [[nodiscard]] HistoryRow at(std::int64_t step) const;
    [[nodiscard]] std::size_t heldBytes() const { return m_rows.capacity() * sizeof(HistoryRow); }

private:
    void push(const HistoryRow &row);
    void takeBack(std::int64_t step);
    [[nodiscard]] std::size_t place(std::int64_t step) const;

    std::size_t m_capacity;
    std::vector<HistoryRow> m_rows; //!< a circle once it is full
    std::size_t m_oldest = 0;
    std::int64_t m_end = 0; //!< the step after the newest
};

/*!
 * What is remembered of the totals or of one topic, in the three tiers of the protocol. Takes a row a second; at most 22 KiB
 * (1,380 rows of 16 bytes). Pure.
 */
class HistorySeries
{
public:
    HistorySeries();

    void add(std::int64_t second, const HistoryRow &row); //!< second: since the epoch
    /*!
     * All rows of a tier, the oldest first; the last is about the newest step that was over at `now` (ms since the epoch).
     */
    [[nodiscard]] std::vector<HistoryRow> rows(std::size_t tier, std::int64_t now) const;

    [[nodiscard]] std::size_t heldBytes() const; //!< of memory, beside the object itself

    //! The time of the first of rows().
    [[nodiscard]] static std::int64_t beginOf(std::size_t tier, std::int64_t now);

private:
    //! The step of a coarser tier that is not over.
    struct Open
    {
        std::int64_t step = -1;
        double inRate = 0;
        double outRate = 0;
        double dropped = 0;
        std::int32_t connections = 0;
        int count = 0;

        [[nodiscard]] HistoryRow mean() const;
    };
    static constexpr std::size_t kTiers = admin::kHistoryTiers.size();

    std::array<HistoryRing, kTiers> m_rings;
    std::array<Open, kTiers> m_open; //!< of the finest it is always over
};

} // namespace relay::stats
