// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/server.h"

#include <charconv>
#include <exception>
#include <iostream>
#include <string_view>

#include <sys/resource.h>

namespace {

//! 0: no port.
std::uint16_t portOf(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() ? port : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool usesRing = argc == 3 && argv[2] == std::string_view("--uring");
    const std::uint16_t port = argc == 2 || usesRing ? portOf(argv[1]) : 0;
    if (port == 0) {
        std::cerr << "Usage: relay-bench-reference PORT [--uring]\n"
                     "Relays websocket messages on 127.0.0.1, as little as can be: what relayd is measured against.\n"
                     "--uring: sends by io_uring, all of a pass in one call.\n";
        return 2;
    }
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    try {
        relay::reference::Server(port, usesRing).run();
    } catch (const std::exception &error) {
        std::cerr << "relay-bench-reference: cannot serve port " << port << ": " << error.what() << '\n';
        return 1;
    }
}
