// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/*!
 * What two ends of ours say to one another in binary messages once both have said hello: a type byte, then what belongs
 * to it. docs/shell-protocol.md has the table. Pure.
 */
namespace relay::client::shell {

inline constexpr qsizetype kMaxMessage = 65'535; //!< bytes of a message; servers of before close with 1009 above
inline constexpr qsizetype kMaxData = kMaxMessage - 1;
inline constexpr qsizetype kMaxReason = 500; //!< bytes

enum class FrameType : char {
    Data = 0,  //!< the rest: bytes of the stream, at least one
    Ack = 1,   //!< how many bytes of the stream have been delivered, in all
    End = 2,   //!< no byte follows; how many there were in all
    Abort = 3, //!< the session is over; why, in UTF-8
};

//! A message that is no data.
struct Frame
{
    FrameType type = FrameType::Data;
    qint64 total = 0; //!< bytes: of Ack and End
    QString reason;   //!< of Abort, at most kMaxReason

    friend bool operator==(const Frame &, const Frame &) = default;
};

[[nodiscard]] QByteArray encodeAck(qint64 total);
[[nodiscard]] QByteArray encodeEnd(qint64 total);
[[nodiscard]] QByteArray encodeAbort(const QString &reason);

//! Nothing: it is none. Of Data only the type is filled in: the bytes are those of the message after the first.
[[nodiscard]] std::optional<Frame> decodeFrame(const QByteArray &message);

} // namespace relay::client::shell
