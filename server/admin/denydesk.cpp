// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/denydesk.h"

#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kMs = 1000;

} // namespace

DenyDesk::DenyDesk(access::Access &access, Elsewhere elsewhere, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_elsewhere(std::move(elsewhere))
    , m_wayHome(std::make_shared<ReturnPath>(this))
{
}

DenyDesk::~DenyDesk()
{
    m_wayHome->close();
}

void DenyDesk::deny(const DeniedBooking &order, Denied done)
{
    const std::int64_t until
        = (order.until + kMs - 1) / kMs; // the list counts in seconds; never shorter than asked for
    m_elsewhere([this, &access = m_access, home = m_wayHome, order, until, done = std::move(done)] {
        const access::Access::Denial denial = access.deny(order.id, until);
        home->post([this, order, done, denial] {
            m_notes[order.id] = order;
            done(denial);
        });
    });
}

void DenyDesk::allow(const QString &bookingId, Allowed done)
{
    m_elsewhere([this, &access = m_access, home = m_wayHome, bookingId, done = std::move(done)] {
        std::optional<access::Access::Kept> kept;
        if (const auto until = access.deniedUntil(bookingId))
            kept = access.allow(bookingId, *until);
        home->post([done, kept] { done(kept); });
    });
}

std::vector<DeniedBooking> DenyDesk::denied()
{
    // What has ended, or was ended by others, says nothing about the next denial of the same booking.
    std::erase_if(m_notes, [this](const auto &note) { return !m_access.isDenied(note.first); });
    std::vector<DeniedBooking> list;
    for (const access::Booking &booking : m_access.denied()) {
        DeniedBooking &entry = list.emplace_back();
        if (const auto note = m_notes.find(booking.id); note != m_notes.end())
            entry = note->second;
        entry.id = booking.id;
        entry.until = booking.until * kMs;
    }
    return list;
}

} // namespace relay::admin
