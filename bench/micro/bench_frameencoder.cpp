// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"

#include <benchmark/benchmark.h>

namespace {

void encodeHeader(benchmark::State &state)
{
    std::array<char, relay::ws::kMaxHeader> header;
    auto length = static_cast<std::uint64_t>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(length);
        benchmark::DoNotOptimize(relay::ws::encodeHeader(header, relay::ws::Opcode::Binary, length));
        benchmark::ClobberMemory();
    }
}
BENCHMARK(encodeHeader)->Arg(100)->Arg(1024)->Arg(256 * 1024);

} // namespace
