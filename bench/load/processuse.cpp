// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/processuse.h"

#include "bench/load/wire.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace relay::load {

namespace {

namespace fs = std::filesystem;

struct ThreadTimes
{
    std::int64_t ranNs = 0;
    std::int64_t waitedNs = 0;
};

//! Exact to the ns, where the kernel counts so; 0 where it does not.
ThreadTimes timesOfThreads(const fs::path &process)
{
    ThreadTimes sum;
    std::error_code error;
    for (const auto &thread : fs::directory_iterator(process / "task", error)) {
        ThreadTimes times;
        if (std::ifstream(thread.path() / "schedstat") >> times.ranNs >> times.waitedNs) {
            sum.ranNs += times.ranNs;
            sum.waitedNs += times.waitedNs;
        }
    }
    return sum;
}

//! In ticks, usually of 10 ms.
std::int64_t cpuOfProcess(const fs::path &process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t end = text.rfind(')'); // of the name, which may hold anything
    if (end == std::string::npos)
        throw Failure("the process to watch is gone");
    std::istringstream fields(text.substr(end + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    std::int64_t user = 0, system = 0;
    fields >> user >> system;
    return (user + system) * (1'000'000'000 / ::sysconf(_SC_CLK_TCK));
}

std::int64_t residentBytes(const fs::path &process)
{
    std::ifstream rollup(process / "smaps_rollup"); // statm lags behind by what each thread has not added yet
    std::string word;
    std::int64_t kib = 0;
    while (rollup >> word) {
        if (word == "Rss:" && rollup >> kib)
            return kib * 1024;
    }
    std::int64_t all = 0, resident = 0;
    std::ifstream(process / "statm") >> all >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

} // namespace

ProcessUse processUse(int pid)
{
    const fs::path process = fs::path("/proc") / std::to_string(pid);
    const std::int64_t ticks = cpuOfProcess(process);
    const ThreadTimes exact = timesOfThreads(process);
    return { exact.ranNs > 0 ? exact.ranNs : ticks, exact.waitedNs, residentBytes(process) };
}

} // namespace relay::load
