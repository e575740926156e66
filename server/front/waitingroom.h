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
 * Who of those that wait to be decided about has to give way when somebody new comes and there are enough: first one that
 * has its answer and only lingers, then the oldest of the address with the most. So a crowd of silent connections
 * displaces its own, and whoever asks at once is heard before it is its turn. One that waits for an answer of ours
 * never has to. Knows the visitors by name only. One thread.
 */
class WaitingRoom
{
public:
    void enter(Visitor *visitor, const QHostAddress &address); //!< as limits count it, see access::countedAs()
    void leave(Visitor *visitor);
    void keep(Visitor *visitor);   //!< it waits for us now
    void linger(Visitor *visitor); //!< it has its answer

    [[nodiscard]] std::size_t size() const { return m_visitors.size(); }
    //! nullptr: there is none.
    [[nodiscard]] Visitor *next() const;

private:
    using Line = std::map<std::uint64_t, Visitor *>; // by when they came
    enum class Group : std::uint8_t { Silent, Kept, Lingering };
    struct Place
    {
        std::uint64_t number = 0;
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
