// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/plainsender.h"

#include <memory>
#include <vector>

#include <sys/socket.h>

struct io_uring;

namespace relay::hub {

/*!
 * All sends of a pass in one io_uring submission instead of a system call a reader. Each send is MSG_DONTWAIT and is
 * over when submit() returns, so nothing of a job outlives it. Belongs to one thread.
 */
class UringSender : public Sender
{
public:
    //! Nothing where the kernel has no io_uring or refuses it (containers, sysctl kernel.io_uring_disabled).
    [[nodiscard]] static std::unique_ptr<UringSender> create();
    ~UringSender() override;

    void submit(std::span<SendJob> jobs, std::span<const iovec> pieces) override;
    [[nodiscard]] std::string_view name() const override { return "io_uring"; }

private:
    explicit UringSender(std::unique_ptr<io_uring> ring);
    void submitSome(std::span<SendJob> jobs, std::span<const iovec> pieces);
    void prepare(SendJob &job, std::span<const iovec> pieces, std::size_t index);
    [[nodiscard]] std::size_t reap(std::span<SendJob> jobs);

    std::unique_ptr<io_uring> m_ring;
    std::vector<msghdr> m_messages; // one for each entry of the ring, for jobs of several pieces
    bool m_isBroken = false;
    PlainSender m_plain; // for passes too small to be worth a submission, and when the ring fails
};

} // namespace relay::hub
