// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"
#include "server/loop/epollset.h"

#include <QtGlobal>

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/eventfd.h>
#include <unistd.h>

namespace relay::loop {

/*!
 * Hands values from any thread to the thread of an epoll set, in order, many in one wake-up. Beside the set's other
 * descriptors, so that they need no turn of Qt's loop. post() from any thread; all else belongs to the set's thread.
 */
template<typename Letter>
class Mailbox final : private EpollHandler
{
public:
    using Take = std::function<void(Letter)>;

    Mailbox(EpollSet &set, Take take)
        : m_set(set)
        , m_take(std::move(take))
        , m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        if (!m_event.isOpen() || !m_set.add(m_event.get(), kReadable, this))
            qFatal("no descriptor left for a mailbox");
    }
    ~Mailbox() { m_set.remove(m_event.get()); }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    void post(Letter letter)
    {
        bool isFirst = false;
        {
            const std::scoped_lock lock(m_mutex);
            isFirst = m_waiting.empty();
            m_waiting.push_back(std::move(letter));
        }
        if (isFirst)
            wake();
    }

    //! Takes the letters out of the vector, which keeps its memory.
    void post(std::vector<Letter> &letters)
    {
        if (letters.empty())
            return;
        bool isFirst = false;
        {
            const std::scoped_lock lock(m_mutex);
            isFirst = m_waiting.empty();
            for (Letter &letter : letters)
                m_waiting.push_back(std::move(letter));
        }
        letters.clear();
        if (isFirst)
            wake();
    }

private:
    static constexpr std::uint32_t kReadable = 1; // EPOLLIN

    void wake()
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_event.get(), &one, sizeof one);
    }

    void handleEvents(std::uint32_t) override
    {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto read = ::read(m_event.get(), &count, sizeof count);
        {
            const std::scoped_lock lock(m_mutex);
            m_taken.swap(m_waiting);
        }
        for (Letter &letter : m_taken)
            m_take(std::move(letter));
        m_taken.clear();
    }

    EpollSet &m_set;
    Take m_take;
    Descriptor m_event;
    std::mutex m_mutex;
    std::vector<Letter> m_waiting; // guarded by m_mutex
    std::vector<Letter> m_taken;   // only the set's thread
};

} // namespace relay::loop
