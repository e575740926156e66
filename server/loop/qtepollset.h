// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/epollset.h"

#include <QSocketNotifier>

namespace relay::loop {

/*!
 * An epoll set that the thread's Qt loop serves, as one descriptor (nested epoll) behind one QSocketNotifier, because
 * Qt's own dispatchers poll every socket at each wake-up.
 */
class QtEpollSet : public EpollSet
{
public:
    explicit QtEpollSet(std::function<void()> endOfPass);

private:
    void dispatch();

    QSocketNotifier m_notifier;
};

} // namespace relay::loop
