// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <QObject>

#include <cstdint>
#include <functional>

class QSocketNotifier;

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
 * Many descriptors behind one QSocketNotifier (nested epoll), because Qt's own dispatchers poll every socket at each
 * wake-up. Level-triggered. After each pass over the ready descriptors `endOfPass` is called: what was collected is
 * sent there, and handlers are destroyed only there, since the pass may still hold events for them.
 * Belongs to the thread that made it.
 */
class EpollSet : public QObject
{
    Q_OBJECT
public:
    explicit EpollSet(std::function<void()> endOfPass, QObject *parent = nullptr);
    ~EpollSet() override;

    //! Called before the handlers of each pass, once it is known that there are some.
    void setBeginOfPass(std::function<void()> beginOfPass) { m_beginOfPass = std::move(beginOfPass); }
    //! False when the kernel has no room for another watch; errno tells.
    [[nodiscard]] bool add(int fd, std::uint32_t events, EpollHandler *handler);
    void modify(int fd, std::uint32_t events, EpollHandler *handler);
    void remove(int fd);

private:
    void dispatch();
    int pass();

    std::function<void()> m_beginOfPass;
    std::function<void()> m_endOfPass;
    Descriptor m_epoll;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace relay::loop
