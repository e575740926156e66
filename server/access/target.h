// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <tuple>
#include <vector>

namespace relay::access {

//! What can be denied.
enum class What : std::uint8_t {
    Booking,
    Subject, //!< the claim sub of tokens: a person, or a program
    Network, //!< addresses; the key is their canonical form
};

//! As the journal and operators name it.
[[nodiscard]] constexpr QLatin1String nameOf(What what)
{
    switch (what) {
    case What::Subject: return QLatin1String("subject");
    case What::Network: return QLatin1String("address");
    case What::Booking: break;
    }
    return QLatin1String("booking");
}

struct Target
{
    What what = What::Booking;
    QString key;

    friend bool operator==(const Target &, const Target &) = default;
    friend bool operator<(const Target &a, const Target &b)
    {
        return std::tie(a.what, a.key) < std::tie(b.what, b.key);
    }
};

//! until: seconds since the epoch.
struct DeniedTarget
{
    Target target;
    std::int64_t until = 0;

    friend bool operator==(const DeniedTarget &, const DeniedTarget &) = default;
};

} // namespace relay::access
