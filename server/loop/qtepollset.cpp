// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/qtepollset.h"

#include <utility>

namespace relay::loop {

namespace {
// Passes in a row before Qt's timers and queued calls get their turn.
constexpr int kPassesPerWakeUp = 8;
} // namespace

QtEpollSet::QtEpollSet(std::function<void()> endOfPass)
    : EpollSet(std::move(endOfPass))
    , m_notifier(descriptor(), QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
}

void QtEpollSet::dispatch()
{
    for (int passes = 0; passes < kPassesPerWakeUp; ++passes) {
        // Fewer events than asked for: most likely nothing is left, and poll() tells if there is.
        if (pass(Wait::No) < kEventsPerPass && passes > 0)
            return;
    }
}

} // namespace relay::loop
