// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace relay::stats {

[[nodiscard]] std::uint64_t residentBytes(); //!< of this process; 0: the kernel does not say
/*!
 * What this process may use: the limit of its control group, or of one above it, else the memory of the machine. In bytes.
 * Reads files below `root`; ask once.
 */
[[nodiscard]] std::uint64_t memoryLimit(const std::filesystem::path &root = "/");

} // namespace relay::stats
