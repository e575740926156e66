// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/session.h"

namespace relay::client::shell {

//! What the end of a leg means for the connection that it carried.
enum class Verdict {
    Lost,  //!< a connection that can be resumed is worth another leg
    Final, //!< the relay does not want it any more: it said so in a close frame, or refused the call for another leg
};

[[nodiscard]] Verdict verdictOn(const session::Status &status);

//! For people: what happened to the connection with the relay.
[[nodiscard]] QString tell(const session::Status &status);

//! When to try again to resume: soon, and less soon each time. `chance` in [0, 1) comes from the caller. Pure.
[[nodiscard]] std::chrono::milliseconds resumeDelay(int tries, double chance);

} // namespace relay::client::shell
