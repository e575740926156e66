// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"
#include "server/loop/epollset.h"

#include <cstdint>
#include <utility>

namespace relay::loop {

/*!
 * Wakes the thread of an epoll set now and then. A descriptor of the set instead of a time limit for epoll_wait(), which
 * would set and unset a timer of the kernel at each pass.
 */
class Ticker final : private EpollHandler
{
public:
    Ticker(EpollSet &set, std::int64_t everyMs);
    ~Ticker();
    Ticker(const Ticker &) = delete;
    Ticker &operator=(const Ticker &) = delete;

    //! Whether the time is over since the last call that said so. Asked for between passes.
    [[nodiscard]] bool takeTick() { return std::exchange(m_isDue, false); }

private:
    void handleEvents(std::uint32_t events) override;

    EpollSet &m_set;
    Descriptor m_timer;
    bool m_isDue = false;
};

} // namespace relay::loop
