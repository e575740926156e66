// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sender.h"

#include <cstdint>
#include <memory>

namespace relay::hub {

enum class SenderChoice : std::uint8_t {
    Auto,    //!< io_uring where the kernel lets us, else plain calls
    IoUring, //!< io_uring or nothing
    Send,    //!< send() and sendmsg()
};

//! A sender for one worker. Nothing only for IoUring where the kernel refuses it.
[[nodiscard]] std::unique_ptr<Sender> makeSender(SenderChoice choice);

} // namespace relay::hub
