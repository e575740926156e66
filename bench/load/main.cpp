// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/load.h"

#include <exception>
#include <iostream>
#include <stdexcept>

#include <sys/resource.h>

int main(int argc, char **argv)
{
    using namespace relay::load;
    try {
        const Options options = parseOptions(argc, argv);
        if (options.wantsHelp) {
            std::cout << helpText();
            return 0;
        }
        rlimit limit {};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        std::cout << toJson(Load(options).run());
        return 0;
    } catch (const std::invalid_argument &error) {
        std::cerr << "relay-bench-load: " << error.what() << "; --help lists the options\n";
        return 2;
    } catch (const std::exception &error) {
        std::cerr << "relay-bench-load: " << error.what() << '\n';
        return 1;
    }
}
