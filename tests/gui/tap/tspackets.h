// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsframer.h"

#include <QByteArray>

#include <utility>

//! Transport streams with chosen heads, for tests of who looks into them.
namespace relay::tests {

struct TsPacket
{
    int pid = 0;
    int counter = 0;
    bool isStart = false;
    bool isKey = false;
    QByteArray payload = {};
};

inline QByteArray tsPacket(const TsPacket &packet)
{
    QByteArray bytes(int(mpegts::kPacket), '\xff');
    bytes[0] = mpegts::kSync;
    bytes[1] = char((packet.isStart ? 0x40 : 0) | (packet.pid >> 8 & 0x1f));
    bytes[2] = char(packet.pid & 0xff);
    bytes[3] = char((packet.isKey ? 0x30 : 0x10) | (packet.counter & 0x0f));
    qsizetype from = 4;
    if (packet.isKey) {
        bytes[4] = 1;
        bytes[5] = 0x40; // random access
        from = 6;
    }
    bytes.replace(from, packet.payload.size(), packet.payload);
    return bytes;
}

//! A PID as tables have it: three bits set, then thirteen of the number.
inline QByteArray pidBytes(int pid)
{
    QByteArray bytes(2, '\0');
    bytes[0] = char(0xe0 | (pid >> 8));
    bytes[1] = char(pid & 0xff);
    return bytes;
}

//! A PAT with one program whose map is at pmtPid.
inline QByteArray patPacket(int pmtPid, int counter = 0)
{
    QByteArray section = QByteArray::fromHex("00" // pointer
                                             "00b00d0001c100000001");
    section.append(pidBytes(pmtPid)).append(4, '\0');
    return tsPacket({ .pid = 0, .counter = counter, .isStart = true, .payload = section });
}

//! A PMT with MPEG-1 video and MP2 audio.
inline QByteArray pmtPacket(int pid, int videoPid, int audioPid, int counter = 0)
{
    QByteArray section = QByteArray::fromHex("00" // pointer
                                             "02b0170001c10000");
    section.append(pidBytes(videoPid)).append(QByteArray::fromHex("f000"));
    for (const auto &[type, stream] : { std::pair(0x01, videoPid), std::pair(0x04, audioPid) })
        section.append(char(type)).append(pidBytes(stream)).append(QByteArray::fromHex("f000"));
    section.append(4, '\0');
    return tsPacket({ .pid = pid, .counter = counter, .isStart = true, .payload = section });
}

//! The first 8 bytes of each packet, as a tap of form "mpegts" has them.
inline QByteArray headsOf(const QByteArray &stream)
{
    QByteArray heads;
    for (qsizetype at = 0; at + qsizetype(mpegts::kPacket) <= stream.size(); at += qsizetype(mpegts::kPacket))
        heads += stream.mid(at, 8);
    return heads;
}

} // namespace relay::tests
