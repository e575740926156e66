// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/denydesk.h"

#include "common/admin/acts.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::int64_t kMs = 1000;
constexpr QLatin1String kSubject("subject:");
constexpr QLatin1String kAddress("address:");
constexpr QLatin1String kHold("hold:");

QString idOf(const access::Hold &hold)
{
    return kHold + hold.address.toString() + u' ' + QString::fromUtf8(hold.topic);
}

} // namespace

QString idOf(const access::Target &target)
{
    switch (target.what) {
    case access::What::Subject: return kSubject + target.key;
    case access::What::Network: return kAddress + target.key;
    case access::What::Booking: break;
    }
    return target.key;
}

access::Target targetOf(const QString &id)
{
    if (id.startsWith(kSubject))
        return { access::What::Subject, id.mid(kSubject.size()) };
    if (id.startsWith(kAddress)) {
        const QString text = id.mid(kAddress.size());
        const auto network = access::parseNetwork(text);
        return { access::What::Network, network ? access::textOf(access::canonical(*network)) : text };
    }
    return { access::What::Booking, id };
}

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

void DenyDesk::deny(const DenyOrder &order, Denied done)
{
    const std::int64_t until
        = (order.until + kMs - 1) / kMs; // the list counts in seconds; never shorter than asked for
    m_elsewhere([this, &access = m_access, home = m_wayHome, order, until, done = std::move(done)] {
        const access::Access::Denial denial = access.deny(order.target, until, order.cutting);
        home->post(
            [this, order, done, denial] { done(denial, denial.isTooMany ? QString() : remember(order, denial)); });
    });
}

QString DenyDesk::remember(const DenyOrder &order, const access::Access::Denial &denial)
{
    const QString id = idOf(order.target);
    Undo undo {
        QUuid::createUuid().toString(QUuid::WithoutBraces),         order.target, denial.before, denial.version, {},
        order.steady + std::chrono::milliseconds(kUndoTime).count()
    };
    if (const auto note = m_notes.find(id); note != m_notes.end() && denial.before)
        undo.note = note->second;
    this->note({ id, order.until, order.at, order.by, order.reason, nameOf(order.target.what) });
    m_undos.push_back(undo);
    if (m_undos.size() > kMaxUndos)
        m_undos.pop_front();
    return undo.word;
}

void DenyDesk::note(const DeniedBooking &note)
{
    if (m_notes.size() >= kMaxNotes && !m_notes.contains(note.id)) {
        (void)denied(); // forgets those that are over
        // The others by a quarter at once, as to look at all of them has its price.
        std::vector<std::pair<std::int64_t, QString>> ages;
        for (const auto &[id, known] : m_notes)
            ages.emplace_back(known.deniedAt, id);
        std::sort(ages.begin(), ages.end());
        for (const auto &[at, id] : ages) {
            if (m_notes.size() > kMaxNotes * 3 / 4)
                m_notes.erase(id);
        }
    }
    m_notes[note.id] = note;
}

void DenyDesk::lift(const access::Target &target, Lifted done)
{
    m_elsewhere([this, &access = m_access, home = m_wayHome, target, done = std::move(done)] {
        const std::optional<access::Access::Kept> kept = access.lift(target);
        home->post([this, target, done, kept] {
            m_notes.erase(idOf(target));
            done(kept);
        });
    });
}

void DenyDesk::undo(const QString &word, std::int64_t steady, Lifted done)
{
    std::erase_if(m_undos, [steady](const Undo &undo) { return steady > undo.until; });
    const auto found
        = std::find_if(m_undos.begin(), m_undos.end(), [&](const Undo &undo) { return undo.word == word; });
    if (found == m_undos.end())
        return done(std::nullopt);
    const Undo undo = *found;
    m_undos.erase(found);
    m_elsewhere([this, &access = m_access, home = m_wayHome, undo, done = std::move(done)] {
        const auto kept = access.restore(undo.target, undo.before, undo.version);
        home->post([this, undo, done, kept] {
            if (kept)
                m_notes.erase(idOf(undo.target)); // of who is not the one any more
            if (kept && undo.note)
                note(*undo.note);
            done(kept);
        });
    });
}

int DenyDesk::hold(const std::vector<access::Access::Held> &connections, std::chrono::seconds length,
                   const DeniedBooking &note)
{
    const std::vector<access::Hold> held = m_access.hold(connections, length);
    for (const access::Hold &hold : held) {
        DeniedBooking own = note;
        own.id = idOf(hold);
        this->note(own);
    }
    return int(held.size());
}

bool DenyDesk::endHold(const QString &id)
{
    for (const access::Hold &hold : m_access.holds()) {
        if (idOf(hold) != id)
            continue;
        m_access.endHold(hold.address, hold.topic);
        m_notes.erase(id);
        return true;
    }
    return false;
}

std::vector<DeniedBooking> DenyDesk::denied()
{
    std::vector<DeniedBooking> list;
    std::map<QString, DeniedBooking> notes;
    const auto add = [&](const QString &id, std::int64_t until, QLatin1String what) {
        DeniedBooking &entry = list.emplace_back();
        if (auto note = m_notes.extract(id)) {
            entry = note.mapped();
            notes.insert(std::move(note));
        }
        entry.id = id;
        entry.until = until;
        entry.what = what;
    };
    for (const access::DeniedTarget &denied : m_access.deniedTargets())
        add(idOf(denied.target), denied.until * kMs, nameOf(denied.target.what));
    for (const access::Hold &hold : m_access.holds())
        add(idOf(hold), hold.untilMs, QLatin1String("hold"));
    // What has ended, or was ended by others, says nothing about the next denial of the same.
    m_notes = std::move(notes);
    return list;
}

} // namespace relay::admin
