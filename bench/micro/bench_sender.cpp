// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/socketreaders.h"
#include "server/hub/senderchoice.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

using namespace relay::hub;

namespace {

//! One pass: the same bytes to so many readers. Emptying their sockets is not part of the time.
void submitPass(benchmark::State &state, SenderChoice choice)
{
    const auto sender = makeSender(choice);
    if (!sender) {
        state.SkipWithError("this machine refuses it; relayd uses send() here");
        return;
    }
    const auto count = std::size_t(state.range(0));
    std::string bytes(std::size_t(state.range(1)), 'x');
    relay::bench::SocketReaders readers(count);
    const std::vector<iovec> pieces { { bytes.data(), bytes.size() } };
    std::vector<SendJob> jobs;
    for (relay::bench::QuietMember &member : readers.members())
        jobs.push_back({ &member, 0, 1, bytes.size(), 0 });
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        sender->submit(jobs, pieces);
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        if (readers.readAll() != count * bytes.size())
            state.SkipWithError("bytes are missing");
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(count));
}
BENCHMARK_CAPTURE(submitPass, send, SenderChoice::Send)
    ->ArgNames({ "readers", "bytes" })
    ->ArgsProduct({ { 1, 10, 100, 1000 }, { 1024, 16 * 1024, 128 * 1024 } });
BENCHMARK_CAPTURE(submitPass, io_uring, SenderChoice::IoUring)
    ->ArgNames({ "readers", "bytes" })
    ->ArgsProduct({ { 1, 10, 100, 1000 }, { 1024, 16 * 1024, 128 * 1024 } });
BENCHMARK_CAPTURE(submitPass, sendfile, SenderChoice::Sendfile)
    ->ArgNames({ "readers", "bytes" })
    ->ArgsProduct({ { 100, 1000 }, { 64 * 1024, 128 * 1024 } });

} // namespace
