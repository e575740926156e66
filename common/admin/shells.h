// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

#include <array>

//! What relay-admin/1 says about shells (ssh through the relay): metadata, never what goes through them.
namespace relay::admin {

namespace feature {
inline constexpr QLatin1String kShells("shells");
}

namespace method {
inline constexpr QLatin1String kShellsList("shells.list");
}

namespace stream {
inline constexpr QLatin1String kShells("shells");
}

namespace columns {
//! id is that of the client's connection; what is in and out is seen from the client.
inline constexpr std::array<QLatin1String, 17> kShells {
    QLatin1String("id"),         QLatin1String("host"),     QLatin1String("client"),    QLatin1String("hostAddress"),
    QLatin1String("target"),     QLatin1String("openedAt"), QLatin1String("inBytes"),   QLatin1String("outBytes"),
    QLatin1String("inRate"),     QLatin1String("outRate"),  QLatin1String("rttMs"),     QLatin1String("clientId"),
    QLatin1String("hostId"),     QLatin1String("resumes"),  QLatin1String("bookingId"), QLatin1String("isResumable"),
    QLatin1String("queuedBytes")
};
} // namespace columns

} // namespace relay::admin
