// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/memoryceiling.h"

#include "server/app/options.h"

namespace relay::app {

std::uint64_t memoryCeiling(const Options &options, int maxConnections)
{
    constexpr std::uint64_t kKiB = 1024;
    constexpr std::uint64_t kMiB = 1024 * kKiB;
    constexpr std::uint64_t kPlain = 4 * kKiB;
    constexpr std::uint64_t kTls = 64 * kKiB;
    constexpr std::uint64_t kProgram = 64 * kMiB;
    constexpr std::uint64_t kWorker = 16 * kMiB; // its read buffer, and the batches that it keeps for the next pass
    const std::uint64_t each = (options.tlsListen ? kTls : kPlain) + options.queueBytes;
    return std::uint64_t(maxConnections) * each + std::uint64_t(options.workers) * kWorker + kProgram;
}

} // namespace relay::app
