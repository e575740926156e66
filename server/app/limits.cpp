// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/limits.h"

#include <algorithm>

#include <sys/resource.h>

namespace relay::app {

namespace {
constexpr rlim_t kOwnDescriptors = 32; // event loops, admin socket and its clients, log, reserve
constexpr rlim_t kMostConnections = 1'000'000;
} // namespace

int raiseDescriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024 - int(kOwnDescriptors);
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t usable = limit.rlim_cur > kOwnDescriptors ? limit.rlim_cur - kOwnDescriptors : 1;
    return int(std::min(usable, kMostConnections));
}

} // namespace relay::app
