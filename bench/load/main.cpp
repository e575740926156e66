// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/load.h"

#include <cstdio>
#include <exception>

#include <sys/resource.h>

int main(int argc, char **argv)
{
    const relay::load::Options options = relay::load::parseOptions(argc, argv);
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    try {
        relay::load::Load load(options);
        std::fputs(toJson(load.run()).c_str(), stdout);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "relay-bench-load: %s\n", error.what());
        return 1;
    }
}
