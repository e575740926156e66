// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/processfigures.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/resource.h>
#include <unistd.h>

namespace relay::stats {

namespace {

double secondsOf(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

// proc(5), /proc/self/statm: pages, of the program and then of what is resident.
void readMemory(ProcessFigures &figures)
{
    std::uint64_t size = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> size >> resident;
    const auto page = std::uint64_t(sysconf(_SC_PAGESIZE));
    figures.virtualBytes = size * page;
    figures.residentBytes = resident * page;
}

// Counted only: to look at each of ten thousand takes long.
std::uint64_t openDescriptors()
{
    std::error_code error;
    const std::filesystem::directory_iterator all("/proc/self/fd", error);
    const auto count = error ? 0 : std::distance(begin(all), end(all));
    return count > 0 ? std::uint64_t(count) - 1 : 0; // one was the look itself
}

} // namespace

ProcessFigures processFigures()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    ProcessFigures figures;
    figures.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    readMemory(figures);
    rlimit descriptors {};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    figures.mostDescriptors = descriptors.rlim_cur;
    figures.openDescriptors = openDescriptors();
    return figures;
}

} // namespace relay::stats
