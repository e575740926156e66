// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <cstdint>
#include <functional>

namespace relay::loop {

//! Somebody who waits for a descriptor. `events` are those of epoll(7).
class EpollHandler
{
public:
    virtual void handleEvents(std::uint32_t events) = 0;

protected:
    ~EpollHandler() = default;
};

/*!
 * Many descriptors of one thread. Level-triggered. After each pass over the ready ones `endOfPass` is called: what was
 * collected is sent there, and handlers are destroyed only there, since the pass may still hold events for them.
 * Somebody has to call pass(): the thread itself, or Qt's loop, see QtEpollSet. Belongs to the thread that made it.
 */
class EpollSet
{
public:
    explicit EpollSet(std::function<void()> endOfPass);
    EpollSet(const EpollSet &) = delete;
    EpollSet &operator=(const EpollSet &) = delete;

    //! Called before the handlers of each pass, once it is known that there are some.
    void setBeginOfPass(std::function<void()> beginOfPass) { m_beginOfPass = std::move(beginOfPass); }
    //! When a handler gets its events: as the kernel lists them, or after all others of the pass. Whoever lets newcomers in
    //! is last, so that the places are free of those who left before they came.
    enum class Turn : std::uint8_t { AsListed, Last };
    //! False when the kernel has no room for another watch; errno tells.
    [[nodiscard]] bool add(int fd, std::uint32_t events, EpollHandler *handler, Turn turn = Turn::AsListed);
    //! Of one that takes its turn as listed.
    void modify(int fd, std::uint32_t events, EpollHandler *handler);
    void remove(int fd);

    static constexpr int kEventsPerPass = 256;
    enum class Wait : std::uint8_t {
        No,
        ForEvent, //!< until there is one, or a signal came
    };
    //! Serves those that are ready, up to kEventsPerPass, and tells how many these were.
    int pass(Wait wait);

protected:
    [[nodiscard]] int descriptor() const { return m_epoll.get(); } //!< readable when any of the set is ready

private:
    std::function<void()> m_beginOfPass;
    std::function<void()> m_endOfPass;
    Descriptor m_epoll;
};

} // namespace relay::loop
