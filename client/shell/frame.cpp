// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/frame.h"

#include <QtEndian>

namespace relay::client::shell {

namespace {

constexpr qsizetype kNumbered = 9; // type and number

QByteArray numbered(FrameType type, qint64 total)
{
    QByteArray message(kNumbered, char(type));
    qToBigEndian<qint64>(total, message.data() + 1);
    return message;
}

} // namespace

QByteArray encodeAck(qint64 total)
{
    return numbered(FrameType::Ack, total);
}

QByteArray encodeEnd(qint64 total)
{
    return numbered(FrameType::End, total);
}

QByteArray encodeAbort(const QString &reason)
{
    return char(FrameType::Abort) + reason.toUtf8().left(kMaxReason);
}

std::optional<Frame> decodeFrame(const QByteArray &message)
{
    if (message.isEmpty() || message.size() > kMaxMessage)
        return std::nullopt;
    switch (FrameType(message[0])) {
    case FrameType::Data:
        if (message.size() < 2)
            return std::nullopt;
        return Frame {};
    case FrameType::Ack:
    case FrameType::End: {
        if (message.size() != kNumbered)
            return std::nullopt;
        const auto total = qFromBigEndian<qint64>(message.constData() + 1);
        if (total < 0)
            return std::nullopt;
        return Frame { FrameType(message[0]), total, {} };
    }
    case FrameType::Abort: return Frame { FrameType::Abort, 0, QString::fromUtf8(message.mid(1, kMaxReason)) };
    }
    return std::nullopt;
}

} // namespace relay::client::shell
