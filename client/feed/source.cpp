// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/source.h"

#include "client/feed/serialsource.h"
#include "client/feed/tcpsource.h"

namespace relay::client::feed {

std::unique_ptr<Source> makeSource(const FeedSpec &spec)
{
    if (const auto *tcp = std::get_if<TcpEnd>(&spec.end))
        return std::make_unique<TcpSource>(*tcp, spec.framing);
    return std::make_unique<SerialSource>(std::get<SerialEnd>(spec.end), spec.framing);
}

} // namespace relay::client::feed
