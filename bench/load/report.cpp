// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/report.h"

#include <iomanip>
#include <sstream>

namespace relay::load {

std::string toJson(const Report &report)
{
    std::ostringstream out;
    const char *separator = "{";
    out << std::fixed << std::setprecision(4);
    const auto field = [&](const char *name, auto value) {
        out << separator << '"' << name << "\": " << value;
        separator = ", ";
    };
    field("connections", report.connections);
    field("connects_per_s", report.connectsPerSecond);
    field("connect_cpu_us", report.connectCpu);
    field("rss_per_connection", report.rssPerConnection);
    field("disturbed", report.disturbed);
    if (report.seconds > 0) {
        field("seconds", report.seconds);
        field("delivered", report.delivered);
        field("cpu_us_per_message", report.cpuPerMessage);
        field("server_busy", report.serverBusy);
        field("load_busy", report.loadBusy);
        field("p50_us", report.latency50);
        field("p99_us", report.latency99);
        field("lost", report.lost);
        field("rss_growth", report.rssGrowth);
    }
    out << "}\n";
    return out.str();
}

} // namespace relay::load
