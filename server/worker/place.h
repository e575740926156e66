// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"

#include <atomic>
#include <functional>

namespace relay::worker {

//! What all places are given back to. Outlives them.
struct Places
{
    std::atomic<int> openDescriptors = 0; //!< that connections hold
    //! Called on the thread where the place ends; must not block. May be empty.
    std::function<void(stats::ConnectionId)> gone;
};

/*!
 * One connection's place among those that the descriptors allow. Goes along with the connection from its arrival, and is
 * given back when whatever holds it goes: exactly once, and also by one that never came to be served.
 */
class Place
{
public:
    Place() = default;
    //! Somebody has counted the descriptor already.
    Place(Places &places, stats::ConnectionId id);
    ~Place();
    Place(Place &&other) noexcept;
    Place &operator=(Place &&other) noexcept;
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    void giveBack();

    Places *m_places = nullptr;
    stats::ConnectionId m_id = 0;
};

} // namespace relay::worker
