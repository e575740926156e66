// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/frameparser.h"
#include "server/ws/link.h"

namespace relay::ws {

//! How a client asks for a report of statistics. What it sends is that and nothing else: it goes to no topic.
enum class Asks : std::uint8_t {
    Nothing,      //!< it is no client of statistics
    ByAnyMessage, //!< on /ws
    ByCommand,    //!< {"cmd":"update"}, from who may write, on the topic stats of secured mode
    Talks,        //!< it does not: what it sends belongs to a shell, see ShellLink
};

struct WsLinkOptions
{
    std::uint64_t maxMessage = kDefaultMaxMessage; //!< bytes
    std::int64_t pingEveryMs = 25'000;
    std::int64_t deadAfterMs = 60'000; //!< of silence
    bool mayWrite = true;              //!< its messages go to the topic; else they are read and left
    Asks asks = Asks::Nothing;         //!< for a report, of its own or of everybody's
};

//! A websocket connection, server side: RFC 6455 on our own frame parser.
class WsLink : public Link
{
public:
    WsLink(loop::Descriptor descriptor, std::uint64_t id, LinkHost &host, const WsLinkOptions &options);

    void close(std::uint16_t code, const QByteArray &reason) override;
    void sweep(std::int64_t nowMs) override;
    void receive(std::span<char> bytes) override;
    void fill(stats::Counters &counters) const override;

    //! Sends text messages of the relay's own, unless the last ones are still under way.
    void sendTexts(const std::vector<QByteArray> &messages);

protected:
    //! A message of a link that is no plain member of its topic (Asks::Talks); valid until the call returns.
    virtual void takeTalk(Opcode, std::span<const char>) { }
    void peerFinished() override;

private:
    void takeMessage();
    [[nodiscard]] bool isCommand() const;
    void answerClose();
    void takePong();
    void ping(std::int64_t nowMs);

    const WsLinkOptions &m_options;
    FrameParser m_parser;
    std::int64_t m_lastPingMs;
    std::int32_t m_rttMs = -1;
};

} // namespace relay::ws
