// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/options.h"

#include "bench/load/stamp.h"

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace relay::load {

namespace {

constexpr const char *kHelp = R"(Usage: relay-bench-load --port PORT --pid PID [options]
Puts a websocket relay on 127.0.0.1 under load and prints a JSON object about it.
  --port PORT       the relay's port
  --pid PID         the relay's process, whose CPU time and memory are read
  --topics N        topics /in/bench0 -> /out/bench0 and so on [1]
  --readers N       readers of each topic [1]
  --publishers N    publishers of each topic [1]
  --many-to-many    the publishers of each topic, on /bi/bench0, are its readers
  --slow N          further readers of each topic, which do not read [0]
  --idle N          further connections that get nothing [0]
  --size BYTES      of a message, at least 28 [64]
  --text            text messages instead of binary ones
  --tls             over TLS; the certificate is not looked at
  --window N        messages that each publisher may have under way [1]
  --rate N          messages a second of each publisher, instead of a window
  --warm-up S       seconds before what is measured [0.3]
  --duration S      seconds that are measured; 0 connects only [1]
  --patience S      seconds without progress until messages count as lost [5]
)";

[[noreturn]] void refuse(std::string_view what, std::string_view why)
{
    throw std::invalid_argument(std::string(what).append(why));
}

double number(const char *name, const char *text)
{
    char *end = nullptr;
    const double value = text ? std::strtod(text, &end) : 0;
    if (!text || end == text || *end != '\0' || value < 0 || value > 1e9)
        refuse(name, " needs a number");
    return value;
}

struct NumberOption
{
    std::string_view name;
    void (*set)(Options &options, double value);
};

constexpr auto kNumbers = std::to_array<NumberOption>({
    { "--port", [](Options &o, double v) { o.port = int(v); } },
    { "--pid", [](Options &o, double v) { o.pid = int(v); } },
    { "--topics", [](Options &o, double v) { o.topics = std::uint32_t(v); } },
    { "--readers", [](Options &o, double v) { o.readers = std::uint32_t(v); } },
    { "--publishers", [](Options &o, double v) { o.publishers = std::uint32_t(v); } },
    { "--slow", [](Options &o, double v) { o.slow = std::uint32_t(v); } },
    { "--idle", [](Options &o, double v) { o.idle = std::uint32_t(v); } },
    { "--size", [](Options &o, double v) { o.size = std::uint32_t(v); } },
    { "--window", [](Options &o, double v) { o.window = std::uint32_t(v); } },
    { "--rate", [](Options &o, double v) { o.rate = v; } },
    { "--warm-up", [](Options &o, double v) { o.warmUp = v; } },
    { "--duration", [](Options &o, double v) { o.duration = v; } },
    { "--patience", [](Options &o, double v) { o.patience = v; } },
});

void checkTogether(const Options &options)
{
    if (options.port < 1 || options.port > 65535 || options.pid < 1)
        refuse("--port and --pid are needed", "");
    if (options.size < kStampSize || options.size > 64 * 1024 * 1024)
        refuse("--size is out of range", "");
    if (options.window < 1 || options.window > 4096)
        refuse("--window must be 1 to 4096", "");
    if (options.topics * options.publishers > 0xFFFF)
        refuse("too many publishers", "");
    if (options.isManyToMany && options.publishers < 2)
        refuse("--many-to-many needs two --publishers", "");
}

} // namespace

std::uint32_t Options::connections() const
{
    return topics * (publishers + (isManyToMany ? 0 : readers) + slow) + idle;
}

const char *helpText()
{
    return kHelp;
}

Options parseOptions(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        const NumberOption *found = nullptr;
        for (const NumberOption &candidate : kNumbers)
            found = candidate.name == name ? &candidate : found;
        if (found) {
            found->set(options, number(argv[i], argv[i + 1]));
            ++i;
        } else if (name == "--many-to-many") {
            options.isManyToMany = true;
        } else if (name == "--text") {
            options.isText = true;
        } else if (name == "--tls") {
            options.transport = Transport::Tls;
        } else if (name == "--help" || name == "-h") {
            options.wantsHelp = true;
        } else {
            refuse(name, " is no option");
        }
    }
    if (!options.wantsHelp)
        checkTogether(options);
    return options;
}

} // namespace relay::load
