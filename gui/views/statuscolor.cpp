// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/statuscolor.h"

namespace relay::gui {

QColor statusColor(const Tokens &tokens, Status status)
{
    switch (status) {
    case Status::Dropping: return tokens.dropping;
    case Status::Slow: return tokens.slow;
    case Status::Expiring: return tokens.expiring;
    case Status::Healthy: return tokens.healthy;
    case Status::Idle: return tokens.idle;
    case Status::Kicked: return tokens.text3;
    }
    return tokens.text;
}

QColor statusFill(const Tokens &tokens, Status status)
{
    switch (status) {
    case Status::Dropping: return tokens.droppingFill;
    case Status::Slow: return tokens.slowFill;
    case Status::Expiring: return tokens.expiringFill;
    default: return tokens.base;
    }
}

} // namespace relay::gui
