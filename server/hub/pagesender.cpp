// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/pagesender.h"

#include "server/hub/member.h"

#include <algorithm>
#include <cerrno>

#include <sys/sendfile.h>

namespace relay::hub {

namespace {

// The jobs from the first on that get the very same bytes, in one piece: the readers of a topic.
std::size_t lengthOfRun(std::span<const SendJob> jobs)
{
    const SendJob &first = jobs.front();
    const auto isOther
        = [&](const SendJob &job) { return job.first != first.first || job.count != 1 || job.plain > 0; };
    return std::size_t(std::find_if(jobs.begin() + 1, jobs.end(), isOther) - jobs.begin());
}

// The kernel goes on by itself until all is taken or the socket is full.
ssize_t sendFile(int to, int file, off_t offset, std::size_t size)
{
    const ssize_t taken = ::sendfile(to, file, &offset, size);
    return taken < 0 ? -errno : taken;
}

} // namespace

std::unique_ptr<PageSender> PageSender::create(std::unique_ptr<Sender> &others)
{
    auto store = PageStore::create();
    if (!store)
        return {};
    return std::unique_ptr<PageSender>(new PageSender(std::move(*store), std::move(others)));
}

PageSender::PageSender(PageStore store, std::unique_ptr<Sender> others)
    : m_store(std::move(store))
    , m_others(std::move(others))
{
}

std::string_view PageSender::name() const
{
    return m_others->name() == "io_uring" ? "io_uring+sendfile" : "send+sendfile";
}

// Jobs are sent in the order in which they stand, so that a reader's never overtake each other.
void PageSender::submit(std::span<SendJob> jobs, std::span<const iovec> pieces)
{
    std::size_t small = 0; // the first of those that the other sender is yet to get
    for (std::size_t at = 0; at < jobs.size();) {
        const std::size_t run = lengthOfRun(jobs.subspan(at));
        const SendJob &first = jobs[at];
        if (first.count == 1 && first.plain == 0 && run >= kMany && pieces[first.first].iov_len >= kLarge) {
            if (small < at)
                m_others->submit(jobs.subspan(small, at - small), pieces);
            small = sendPages(jobs.subspan(at, run), pieces[first.first]) ? at + run : at;
        }
        at += run;
    }
    if (small < jobs.size())
        m_others->submit(jobs.subspan(small), pieces);
    m_store.recycle();
}

bool PageSender::sendPages(std::span<SendJob> jobs, const iovec &bytes)
{
    const auto place = m_store.place({ static_cast<const char *>(bytes.iov_base), bytes.iov_len });
    if (!place)
        return false;
    for (SendJob &job : jobs)
        job.result = sendFile(job.to->fd, m_store.descriptor(), *place, bytes.iov_len);
    return true;
}

} // namespace relay::hub
