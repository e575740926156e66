// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/utf8.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

std::string repeated(std::string_view piece, std::size_t size)
{
    std::string text;
    while (text.size() + piece.size() <= size)
        text += piece;
    return text;
}

void validate(benchmark::State &state, std::string_view piece)
{
    const std::string text = repeated(piece, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const bool isValid = relay::ws::isValidUtf8(text);
        if (!isValid)
            state.SkipWithError("a valid text was refused");
        benchmark::DoNotOptimize(isValid);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(validate, ascii, "{\"x\": 1.25, \"y\": -3} ")->Arg(64)->Arg(1024)->Arg(16 * 1024);
BENCHMARK_CAPTURE(validate, european, "Größe und Maß, naïveté, señor; ")->Arg(1024)->Arg(16 * 1024);
BENCHMARK_CAPTURE(validate, greek, "κόσμε κόσμε ")->Arg(1024)->Arg(16 * 1024);
BENCHMARK_CAPTURE(validate, mixed, "a한😀€ß")->Arg(1024)->Arg(16 * 1024);

} // namespace
