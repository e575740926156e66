// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

//! Packets of an MPEG transport stream with one video (PID 256) and one audio stream (PID 257), made by hand.
namespace relay::tests::ts {

inline constexpr std::uint16_t kMapPid = 4096;
inline constexpr std::uint16_t kVideoPid = 256;
inline constexpr std::uint16_t kAudioPid = 257;

//! 188 bytes: header, then the content, then 0xff.
inline std::string packet(std::uint16_t pid, bool startsUnit, std::string content, bool isRandomAccess = false)
{
    std::string bytes;
    bytes += '\x47';
    bytes += char((startsUnit ? 0x40 : 0) | (pid >> 8));
    bytes += char(pid & 0xff);
    bytes += char(isRandomAccess ? 0x30 : 0x10);
    if (isRandomAccess)
        bytes += std::string("\x01\x40", 2);
    bytes += content;
    bytes.resize(188, '\xff');
    return bytes;
}

inline std::string association()
{
    // pointer, table 0, length 13, stream id, version, section numbers, program 1 at kMapPid, CRC
    return packet(0, true, std::string("\x00\x00\xb0\x0d\x00\x01\xc1\x00\x00\x00\x01\xf0\x00\x2a\xb1\x04\xb2", 17));
}

//! videoType: 0x1b is H.264, 0x02 MPEG-2, 0x0f no video.
inline std::string map(char videoType = '\x1b')
{
    std::string section("\x00\x02\xb0\x17\x00\x01\xc1\x00\x00\xe1\x00\xf0\x00", 13);
    section += videoType;
    section += std::string("\xe1\x00\xf0\x00", 4);
    section += std::string("\x0f\xe1\x01\xf0\x00", 5);
    section += std::string("\x00\x00\x00\x00", 4);
    return packet(kMapPid, true, section);
}

inline std::string keyFrame(const std::string &text)
{
    return packet(kVideoPid, true, text, true);
}

inline std::string video(const std::string &text, bool startsUnit = false)
{
    return packet(kVideoPid, startsUnit, text);
}

inline std::string audio(const std::string &text)
{
    return packet(kAudioPid, true, text, true); // as encoders do: each audio frame is a place to begin
}

} // namespace relay::tests::ts
