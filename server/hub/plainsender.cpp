// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/plainsender.h"

#include "server/hub/member.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <sys/socket.h>

namespace relay::hub {

ssize_t sendPieces(int fd, std::span<const iovec> pieces)
{
    ssize_t taken = 0;
    if (pieces.size() == 1) {
        taken = ::send(fd, pieces[0].iov_base, pieces[0].iov_len, MSG_DONTWAIT | MSG_NOSIGNAL);
    } else {
        msghdr message {};
        message.msg_iov = const_cast<iovec *>(pieces.data());
        message.msg_iovlen = std::min<std::size_t>(pieces.size(), IOV_MAX);
        taken = ::sendmsg(fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    return taken < 0 ? -errno : taken;
}

void PlainSender::submit(std::span<SendJob> jobs, std::span<const iovec> pieces)
{
    for (SendJob &job : jobs)
        job.result = sendPieces(job.to->fd, pieces.subspan(job.first, job.count));
}

} // namespace relay::hub
