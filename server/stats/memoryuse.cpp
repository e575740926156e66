// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/memoryuse.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <unistd.h>

namespace relay::stats {

namespace {

std::uint64_t pageSize()
{
    return std::uint64_t(sysconf(_SC_PAGESIZE));
}

// cgroups(7): "0::/system.slice/relayd.service"; an older layout has no such line, and no limit that we would see.
std::filesystem::path ownGroup(const std::filesystem::path &root)
{
    std::ifstream file(root / "proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("0::/"))
            return line.substr(4);
    }
    return {};
}

} // namespace

// proc(5), /proc/self/statm: pages, of the program and then of what is resident.
std::uint64_t residentBytes()
{
    std::uint64_t size = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> size >> resident;
    return resident * pageSize();
}

std::uint64_t memoryLimit(const std::filesystem::path &root)
{
    std::uint64_t limit = std::uint64_t(std::max(0L, sysconf(_SC_PHYS_PAGES))) * pageSize();
    for (auto group = ownGroup(root);; group = group.parent_path()) {
        std::uint64_t bytes = 0; // the file says "max" where there is none
        if (std::ifstream(root / "sys/fs/cgroup" / group / "memory.max") >> bytes)
            limit = std::min(limit, bytes);
        if (group.empty()) // the root as well: in a container it is the group that the container has
            return limit;
    }
}

} // namespace relay::stats
