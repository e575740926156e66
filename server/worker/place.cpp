// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/place.h"

#include <utility>

namespace relay::worker {

Place::Place(Places &places, stats::ConnectionId id)
    : m_places(&places)
    , m_id(id)
{
}

Place::~Place()
{
    giveBack();
}

Place::Place(Place &&other) noexcept
    : m_places(std::exchange(other.m_places, nullptr))
    , m_id(other.m_id)
{
}

Place &Place::operator=(Place &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_places = std::exchange(other.m_places, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

void Place::giveBack()
{
    if (!m_places)
        return;
    Places &places = *std::exchange(m_places, nullptr);
    places.openDescriptors.fetch_sub(1);
    if (places.gone)
        places.gone(m_id);
}

} // namespace relay::worker
