// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/batch.h"

#include <benchmark/benchmark.h>

#include <string>

using namespace relay::hub;

namespace {

constexpr std::size_t kMessages = 64;

Batch filled(std::size_t size)
{
    const std::string payload(size, 'x');
    Batch batch;
    for (std::size_t i = 0; i < kMessages; ++i)
        batch.append(relay::ws::Opcode::Binary, payload, i + 1);
    return batch;
}

//! The messages of one pass, encoded into a batch that has room from passes before.
void appendMessages(benchmark::State &state)
{
    const std::string payload(std::size_t(state.range(0)), 'x');
    Batch batch = filled(payload.size());
    for (auto _ : state) {
        batch.clear();
        for (std::size_t i = 0; i < kMessages; ++i)
            batch.append(relay::ws::Opcode::Binary, payload, i + 1);
        benchmark::DoNotOptimize(batch.bytes().data());
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kMessages));
}
BENCHMARK(appendMessages)->Arg(64)->Arg(1024)->Arg(16 * 1024);

//! The copy that is made when a reader does not take a pass.
void keepForSlowReader(benchmark::State &state)
{
    const Batch batch = filled(std::size_t(state.range(0)));
    for (auto _ : state) {
        const SharedBatch shared(batch.bytes(), batch.segments(), 0, batch.segments().size());
        benchmark::DoNotOptimize(shared.segments().data());
    }
    state.SetBytesProcessed(state.iterations() * std::int64_t(batch.bytes().size()));
}
BENCHMARK(keepForSlowReader)->Arg(64)->Arg(1024)->Arg(16 * 1024);

} // namespace
