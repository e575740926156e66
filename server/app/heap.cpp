// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/heap.h"

#include <malloc.h>

namespace relay::app {

namespace {
// Larger ones come from the kernel, each on its own, and go back to it. What messages of video need is smaller and
// reused: a fresh page costs more than copying it.
constexpr int kOnItsOwn = 1024 * 1024;
constexpr int kKeptAtTheTop = 2 * 1024 * 1024; // of each thread's heap
} // namespace

void giveLargeBuffersBack()
{
#ifdef M_MMAP_THRESHOLD // glibc; setting either ends that it adapts them
    ::mallopt(M_MMAP_THRESHOLD, kOnItsOwn);
    ::mallopt(M_TRIM_THRESHOLD, kKeptAtTheTop);
#endif
}

} // namespace relay::app
