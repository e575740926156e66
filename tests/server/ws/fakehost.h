// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/plainsender.h"
#include "server/loop/qtepollset.h"
#include "server/ws/link.h"

#include <QByteArray>

#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay::tests {

//! The worker of one link, with a clock that the test turns. run() is one pass.
class FakeHost final : public ws::LinkHost
{
public:
    FakeHost()
        : m_hub(std::make_unique<hub::PlainSender>(), {})
        , m_set([] {})
        , m_buffer(256 * 1024)
    {
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_ends);
    }
    ~FakeHost()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
    }

    hub::Hub &hub() override { return m_hub; }
    loop::EpollSet &epollSet() override { return m_set; }
    std::span<char> readBuffer() override { return m_buffer; }
    std::int64_t nowMs() const override { return now; }
    void retired(ws::Link &, std::uint16_t code, const QByteArray &reason) override
    {
        codes.push_back(code);
        lastReason = reason;
    }
    void refused(int status, std::uint16_t) override { refusals.push_back(status); }
    void ended(ws::Link &) override { ++endings; }
    void statsRequested(ws::Link &) override { ++statsRequests; }

    ws::LinkHost &host() { return *this; }
    loop::Descriptor takeDescriptor() { return loop::Descriptor(std::exchange(m_ends[0], -1)); }

    //! What the peer does.
    void peerSends(std::string_view bytes)
    {
        [[maybe_unused]] const auto sent = ::send(m_ends[1], bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    void peerCloses() { ::close(std::exchange(m_ends[1], -1)); }
    std::string peerReads()
    {
        std::string bytes(1 << 20, '\0');
        const ssize_t count = ::recv(m_ends[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
        isAtEnd = count == 0;
        bytes.resize(count > 0 ? std::size_t(count) : 0);
        return bytes;
    }

    std::int64_t now = 1000;
    std::vector<std::uint16_t> codes; //!< of retired()
    std::vector<int> refusals;        //!< statuses of HTTP answers
    QByteArray lastReason;
    int endings = 0;
    int statsRequests = 0;
    bool isAtEnd = false; //!< the peer has read the end of the stream

private:
    hub::Hub m_hub;
    loop::QtEpollSet m_set;
    std::vector<char> m_buffer;
    int m_ends[2] = { -1, -1 };
};

} // namespace relay::tests
