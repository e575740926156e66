// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/options.h"
#include "bench/load/peer.h"
#include "bench/load/report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace relay::load {

class Traffic;

//! One measurement from the first connection to the report, on one thread.
class Load
{
public:
    explicit Load(const Options &options);
    ~Load();
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    //! Throws Failure.
    [[nodiscard]] Report run();

private:
    void addPeers();
    void addPeer(Role role, std::uint32_t topic, std::string path);
    void connectAll();
    void measure();
    void runFor(double seconds, Traffic &traffic);

    const Options m_options;
    std::vector<Peer> m_peers;
    std::int64_t m_rssConnected = 0;
    Report m_report;
};

} // namespace relay::load
