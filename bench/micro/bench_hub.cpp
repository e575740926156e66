// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/socketreaders.h"
#include "server/hub/hub.h"

#include <benchmark/benchmark.h>

#include <deque>
#include <string>

using namespace relay;
using namespace relay::hub;

namespace {

//! Takes everything at once: what is left is the hub's own work.
class TakingSender : public Sender
{
public:
    void submit(std::span<SendJob> jobs, std::span<const iovec> pieces) override
    {
        benchmark::DoNotOptimize(pieces.data());
        for (SendJob &job : jobs)
            job.result = ssize_t(job.total);
    }
    [[nodiscard]] std::string_view name() const override { return "taking"; }
};

std::uint64_t received(const std::deque<bench::QuietMember> &members)
{
    std::uint64_t sum = 0;
    for (const bench::QuietMember &member : members)
        sum += member.traffic.outMessages;
    return sum;
}

//! So many messages of 1 KiB a pass from one publisher to so many readers.
void fanOut(benchmark::State &state)
{
    const auto readers = std::size_t(state.range(0));
    const auto messages = std::size_t(state.range(1));
    const std::string payload(1024, 'x');
    bench::QuietMember publisher(-1, 1);
    std::deque<bench::QuietMember> members;
    Hub hub(std::make_unique<TakingSender>(), {});
    hub.join(publisher, "/out/x", { .reads = false });
    for (std::size_t i = 0; i < readers; ++i)
        hub.join(members.emplace_back(-1, i + 2), "/out/x", {});
    for (auto _ : state) {
        for (std::size_t i = 0; i < messages; ++i)
            hub.publish(publisher, ws::Opcode::Binary, payload);
        hub.flush();
    }
    if (received(members) != std::uint64_t(state.iterations()) * messages * readers)
        state.SkipWithError("messages are missing");
    state.SetItemsProcessed(state.iterations() * std::int64_t(messages * readers));
    for (bench::QuietMember &member : members)
        hub.leave(member);
    hub.leave(publisher);
}
BENCHMARK(fanOut)
    ->ArgNames({ "readers", "messages" })
    ->Args({ 1, 1 })
    ->Args({ 10, 1 })
    ->Args({ 100, 1 })
    ->Args({ 1000, 1 })
    ->Args({ 100, 64 });

//! Each member sends one message of 100 bytes a pass and gets those of all others.
void manyToMany(benchmark::State &state)
{
    const auto count = std::size_t(state.range(0));
    const std::string payload(100, 'x');
    std::deque<bench::QuietMember> members;
    Hub hub(std::make_unique<TakingSender>(), {});
    for (std::size_t i = 0; i < count; ++i)
        hub.join(members.emplace_back(-1, i + 1), "/bi/x", {});
    for (auto _ : state) {
        for (bench::QuietMember &member : members)
            hub.publish(member, ws::Opcode::Text, payload);
        hub.flush();
    }
    if (received(members) != std::uint64_t(state.iterations()) * count * (count - 1))
        state.SkipWithError("messages are missing");
    state.SetItemsProcessed(state.iterations() * std::int64_t(count * (count - 1)));
    for (bench::QuietMember &member : members)
        hub.leave(member);
}
BENCHMARK(manyToMany)->ArgName("members")->Arg(2)->Arg(20)->Arg(100);

} // namespace
