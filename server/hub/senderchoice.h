// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sender.h"

#include <cstdint>
#include <memory>

namespace relay::hub {

enum class SenderChoice : std::uint8_t {
    Auto,     //!< io_uring, and sendfile() for what is large; plain calls where the kernel lets us neither
    IoUring,  //!< io_uring alone, or nothing
    Send,     //!< send() and sendmsg() alone
    Sendfile, //!< sendfile() for what is large, or nothing; send() and sendmsg() for the rest
};

//! A sender for one worker. Nothing only for IoUring and Sendfile, where the kernel refuses it.
[[nodiscard]] std::unique_ptr<Sender> makeSender(SenderChoice choice);

} // namespace relay::hub
