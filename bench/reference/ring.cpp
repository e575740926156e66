// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/ring.h"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include <liburing.h>
#include <sys/socket.h>

namespace relay::reference {

namespace {

constexpr std::size_t kEntries = 1024;

int checked(int result, const char *what)
{
    if (result < 0)
        throw std::system_error(-result, std::generic_category(), what);
    return result;
}

} // namespace

Ring::Ring()
    : m_ring(std::make_unique<io_uring>())
{
    checked(::io_uring_queue_init(kEntries, m_ring.get(), IORING_SETUP_COOP_TASKRUN), "io_uring");
}

Ring::~Ring()
{
    ::io_uring_queue_exit(m_ring.get());
}

void Ring::submit(const std::function<void(Peer &, std::span<const char>, int)> &done)
{
    const std::span<const Send> all(m_sends);
    for (std::size_t first = 0; first < all.size(); first += kEntries)
        submitSome(all.subspan(first, std::min(kEntries, all.size() - first)), done);
    m_sends.clear();
}

void Ring::submitSome(std::span<const Send> sends, const std::function<void(Peer &, std::span<const char>, int)> &done)
{
    for (std::size_t i = 0; i < sends.size(); ++i) {
        io_uring_sqe *const entry = ::io_uring_get_sqe(m_ring.get());
        ::io_uring_prep_send(entry, sends[i].peer->fd, sends[i].bytes.data(), sends[i].bytes.size(),
                             MSG_DONTWAIT | MSG_NOSIGNAL);
        ::io_uring_sqe_set_data64(entry, i);
    }
    if (checked(::io_uring_submit(m_ring.get()), "io_uring") != int(sends.size()))
        throw std::runtime_error("io_uring took only some of the sends");
    for (std::size_t reaped = 0; reaped < sends.size();) {
        io_uring_cqe *completion = nullptr;
        checked(::io_uring_wait_cqe(m_ring.get(), &completion), "io_uring");
        unsigned head = 0;
        unsigned count = 0;
        io_uring_for_each_cqe(m_ring.get(), head, completion)
        {
            const Send &send = sends[std::size_t(::io_uring_cqe_get_data64(completion))];
            done(*send.peer, send.bytes, completion->res);
            ++count;
        }
        ::io_uring_cq_advance(m_ring.get(), count);
        reaped += count;
    }
}

} // namespace relay::reference
