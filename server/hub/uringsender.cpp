// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/uringsender.h"

#include "server/hub/member.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <liburing.h>
#include <sys/socket.h>

namespace relay::hub {

namespace {
constexpr unsigned kEntries = 1024;    // of the ring; a pass with more readers is submitted in parts
constexpr std::size_t kWorthARing = 3; // readers; below, plain calls cost less
constexpr int kFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
} // namespace

std::unique_ptr<UringSender> UringSender::create()
{
    // The later flags spare interrupts between the threads of a process; older kernels do not know them.
    for (const unsigned flags : { unsigned(IORING_SETUP_COOP_TASKRUN), 0U }) {
        auto ring = std::make_unique<io_uring>();
        if (io_uring_queue_init(kEntries, ring.get(), flags) == 0)
            return std::unique_ptr<UringSender>(new UringSender(std::move(ring)));
    }
    return {};
}

UringSender::UringSender(std::unique_ptr<io_uring> ring)
    : m_ring(std::move(ring))
    , m_messages(kEntries)
{
}

UringSender::~UringSender()
{
    io_uring_queue_exit(m_ring.get());
}

void UringSender::submit(std::span<SendJob> jobs, std::span<const iovec> pieces)
{
    if (jobs.size() < kWorthARing) {
        m_plain.submit(jobs, pieces);
        return;
    }
    for (std::size_t first = 0; first < jobs.size(); first += kEntries)
        submitSome(jobs.subspan(first, std::min<std::size_t>(kEntries, jobs.size() - first)), pieces);
}

void UringSender::prepare(SendJob &job, std::span<const iovec> pieces, std::size_t index)
{
    io_uring_sqe *const entry = io_uring_get_sqe(m_ring.get()); // there is room: the ring is empty between submissions
    const auto own = pieces.subspan(job.first, job.count);
    if (own.size() == 1) {
        io_uring_prep_send(entry, job.to->fd, own[0].iov_base, own[0].iov_len, kFlags);
    } else {
        msghdr &message = m_messages[index];
        message = {};
        message.msg_iov = const_cast<iovec *>(own.data());
        message.msg_iovlen = std::min<std::size_t>(own.size(), IOV_MAX);
        io_uring_prep_sendmsg(entry, job.to->fd, &message, kFlags);
    }
    io_uring_sqe_set_data64(entry, index);
}

void UringSender::submitSome(std::span<SendJob> jobs, std::span<const iovec> pieces)
{
    if (m_isBroken) {
        m_plain.submit(jobs, pieces);
        return;
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].result = -ECANCELED; // until the kernel says otherwise
        prepare(jobs[i], pieces, i);
    }
    std::size_t submitted = 0;
    while (submitted < jobs.size()) {
        const int count = io_uring_submit(m_ring.get());
        if (count <= 0 && count != -EINTR)
            break;
        submitted += count > 0 ? std::size_t(count) : 0;
    }
    for (std::size_t reaped = 0; reaped < submitted;)
        reaped += reap(jobs);
    if (submitted < jobs.size()) {
        // What was not taken is still in the ring and must never go out: this ring is done with.
        m_isBroken = true;
        m_plain.submit(jobs.subspan(submitted), pieces);
    }
}

std::size_t UringSender::reap(std::span<SendJob> jobs)
{
    io_uring_cqe *completion = nullptr;
    if (const int error = io_uring_wait_cqe(m_ring.get(), &completion); error < 0)
        return 0; // interrupted
    unsigned head = 0;
    std::size_t count = 0;
    io_uring_for_each_cqe(m_ring.get(), head, completion)
    {
        jobs[io_uring_cqe_get_data64(completion)].result = completion->res;
        ++count;
    }
    io_uring_cq_advance(m_ring.get(), unsigned(count));
    return count;
}

} // namespace relay::hub
