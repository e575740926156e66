// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/mask.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

void unmask(benchmark::State &state)
{
    std::string payload(static_cast<std::size_t>(state.range(0)), 'x');
    for (auto _ : state) {
        relay::ws::applyMask(payload, { 0x37, 0xFA, 0x21, 0x3D });
        benchmark::DoNotOptimize(payload.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(unmask)->Arg(32)->Arg(125)->Arg(1024)->Arg(16 * 1024)->Arg(256 * 1024);

} // namespace
