// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/endings.h"

#include <algorithm>

namespace relay::client::shell {

using namespace std::chrono_literals;

namespace {

//! What somebody else may answer a moment later: a proxy whose relay is being started, a relay that had not given the
//! code, or whose shell was over before it was used.
bool isPassing(const session::Status &status)
{
    constexpr int kUnauthorized = 401;
    constexpr int kNotFound = 404;
    return status.httpStatus == kNotFound || (status.isOfWebSocket && status.httpStatus == kUnauthorized);
}

} // namespace

Verdict verdictOn(const session::Status &status)
{
    const bool isFinal = status.code == ws::close::kKicked || status.code == ws::close::kExpired
        || status.code == ws::close::kDenied || (status.isRefusal && !isPassing(status));
    return isFinal ? Verdict::Final : Verdict::Lost;
}

QString tell(const session::Status &status)
{
    switch (status.code) {
    case ws::close::kKicked: return QStringLiteral("the relay has ended the connection");
    case ws::close::kExpired: return QStringLiteral("the token's time is over");
    case ws::close::kDenied: return QStringLiteral("the booking has been cancelled");
    case ws::close::kGoingAway: return QStringLiteral("the other end has gone");
    case ws::close::kNormal: return QStringLiteral("the connection was closed");
    default: return status.text.isEmpty() ? QStringLiteral("the connection to the relay was lost") : status.text;
    }
}

std::chrono::milliseconds resumeDelay(int tries, double chance)
{
    const auto longest = std::min<std::chrono::milliseconds>(100ms * (1 << std::min(tries, 5)), 2000ms);
    return longest / 2 + std::chrono::milliseconds(qint64(double(longest.count()) * std::clamp(chance, 0.0, 1.0) / 2));
}

} // namespace relay::client::shell
