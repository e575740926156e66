// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <cstddef>
#include <cstdint>
#include <map>

namespace relay::front {

class Visitor;

/*!
 * Who of those that wait to be decided about has to give way when there are enough and others want in: first one that
 * has its answer and only lingers, then the oldest of the address with the most, once it has been silent for long.
 * So a crowd of silent connections makes room at its own cost. One that waits for an answer of ours never has to. Knows
 * the visitors by name only. One thread.
 */
class WaitingRoom
{
public:
    //! address: as limits count it, see access::countedAs(). nowMs: never less than the one before.
    void enter(Visitor *visitor, const QHostAddress &address, std::int64_t nowMs);
    void leave(Visitor *visitor);
    void keep(Visitor *visitor);   //!< it waits for us now
    void linger(Visitor *visitor); //!< it has its answer

    [[nodiscard]] std::size_t size() const { return m_visitors.size(); }
    //! silentSinceMs: who is silent must have come by then. nullptr: there is none yet.
    [[nodiscard]] Visitor *next(std::int64_t silentSinceMs) const;

private:
    struct Entry
    {
        Visitor *visitor = nullptr;
        std::int64_t cameMs = 0;
    };
    using Line = std::map<std::uint64_t, Entry>; // in the order in which they came
    enum class Group : std::uint8_t { Silent, Kept, Lingering };
    struct Place
    {
        std::uint64_t number = 0;
        std::int64_t cameMs = 0;
        QHostAddress address;
        Group group = Group::Silent;
    };
    void move(Visitor *visitor, Group group);
    void takeOut(const Place &place);

    QHash<Visitor *, Place> m_visitors;
    QHash<QHostAddress, Line> m_silent;
    Line m_lingering;
    std::uint64_t m_last = 0;
};

} // namespace relay::front
