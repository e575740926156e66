// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakemember.h"
#include "server/hub/sender.h"

namespace relay::tests {

//! Gives the bytes to FakeMembers and counts what it was asked to do.
class FakeSender : public hub::Sender
{
public:
    void submit(std::span<hub::SendJob> jobs, std::span<const iovec> pieces) override
    {
        ++submits;
        for (hub::SendJob &job : jobs) {
            ++sends;
            job.result = 0;
            for (const iovec &piece : pieces.subspan(job.first, job.count)) {
                const ssize_t taken
                    = static_cast<FakeMember *>(job.to)->take(static_cast<const char *>(piece.iov_base), piece.iov_len);
                if (taken < 0) {
                    job.result = job.result > 0 ? job.result : taken;
                    break;
                }
                job.result += taken;
                if (std::size_t(taken) < piece.iov_len)
                    break;
            }
        }
    }
    [[nodiscard]] std::string_view name() const override { return "fake"; }

    int submits = 0;
    int sends = 0;
};

} // namespace relay::tests
