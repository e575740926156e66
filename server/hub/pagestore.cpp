// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/pagestore.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay::hub {

namespace {

off_t roundedUp(off_t bytes)
{
    static const off_t page = ::sysconf(_SC_PAGESIZE);
    return (bytes + page - 1) / page * page;
}

// A filter of system calls may forbid what the kernel knows.
bool canSendFrom(int file)
{
    int ends[2] = { -1, -1 };
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    const loop::Descriptor one(ends[0]);
    const loop::Descriptor other(ends[1]);
    off_t start = 0;
    return ::pwrite(file, "x", 1, 0) == 1 && ::sendfile(one.get(), file, &start, 1) == 1;
}

} // namespace

std::optional<PageStore> PageStore::create()
{
    loop::Descriptor file(::memfd_create("relay messages", MFD_CLOEXEC));
    if (!file.isOpen() || !canSendFrom(file.get()))
        return std::nullopt;
    PageStore store(std::move(file));
    store.m_end = roundedUp(1);
    return store;
}

std::optional<off_t> PageStore::place(std::span<const char> bytes)
{
    const off_t start = m_end;
    for (std::size_t written = 0; written < bytes.size();) {
        const auto rest = bytes.subspan(written);
        const ssize_t count = ::pwrite(m_file.get(), rest.data(), rest.size(), start + off_t(written));
        if (count <= 0)
            return std::nullopt; // what was written stays unused until it is given up with the rest
        written += std::size_t(count);
        m_end = roundedUp(start + off_t(written));
    }
    return start;
}

void PageStore::recycle()
{
    if (used() <= kKept)
        return;
    if (::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, m_end) != 0)
        m_file.reset(); // which gives them up as well; there is no place any more
    m_end = 0;
}

} // namespace relay::hub
