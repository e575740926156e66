// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/names.h"

namespace relay::stats {

QByteArrayView nameOf(Role role)
{
    switch (role) {
    case Role::Publisher: return "publisher";
    case Role::Subscriber: return "subscriber";
    case Role::Both: return "both";
    case Role::Host: return "host";
    case Role::Client: return "client";
    }
    return "both";
}

QByteArrayView nameOf(Transport transport)
{
    switch (transport) {
    case Transport::Ws: return "ws";
    case Transport::Wss: return "wss";
    case Transport::Http: return "http";
    case Transport::Https: return "https";
    }
    return "ws";
}

bool publishes(Role role)
{
    return role != Role::Subscriber;
}

bool subscribes(Role role)
{
    return role != Role::Publisher;
}

} // namespace relay::stats
