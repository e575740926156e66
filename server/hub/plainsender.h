// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sender.h"

namespace relay::hub {

//! send() and sendmsg(), one system call a reader: works everywhere.
class PlainSender : public Sender
{
public:
    void submit(std::span<SendJob> jobs, std::span<const iovec> pieces) override;
    [[nodiscard]] std::string_view name() const override { return "send"; }
};

//! One reader's pieces, without waiting: bytes taken, or -errno. IOV_MAX pieces at most per call are sent.
[[nodiscard]] ssize_t sendPieces(int fd, std::span<const iovec> pieces);

} // namespace relay::hub
