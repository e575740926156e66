// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/resumablestream.h"

#include <algorithm>

namespace relay::client::shell {

namespace {

qint64 dataIn(const QByteArray &message)
{
    return message.size() - 1;
}

} // namespace

qint64 ResumableStream::room() const
{
    if (m_isFinished || m_pieces.size() >= kMaxPieces)
        return 0;
    return std::max<qint64>(kWindow - unacknowledged(), 0);
}

void ResumableStream::give(const QByteArray &data)
{
    const qint64 bytes = dataIn(data);
    // What is typed while there is no leg comes in single bytes: they travel, and are kept, together.
    constexpr qint64 kSmall = 2048;
    const bool isUnsent = m_nextPiece < m_pieces.size() && m_sent <= m_written - dataIn(m_pieces.back());
    if (isUnsent && dataIn(m_pieces.back()) + bytes <= kSmall)
        m_pieces.back() += QByteArrayView(data).sliced(1);
    else
        m_pieces.push_back(data);
    m_written += bytes;
}

QByteArray ResumableStream::next(bool acksNow)
{
    if (hasAck() && (acksNow || m_consumed - m_ackSent >= kAckEvery || m_hasEnded)) {
        m_ackSent = m_consumed;
        return encodeAck(m_consumed);
    }
    if (m_sent < m_written)
        return nextData();
    if (m_isFinished && !m_isEndSent) {
        m_isEndSent = true;
        return encodeEnd(m_written);
    }
    return {};
}

QByteArray ResumableStream::nextData()
{
    const QByteArray &piece = m_pieces[m_nextPiece];
    const qint64 skipped = m_sent - m_nextAt;
    m_nextAt += dataIn(piece);
    m_sent = m_nextAt;
    ++m_nextPiece;
    if (skipped == 0)
        return piece;
    return char(FrameType::Data) + piece.sliced(1 + qsizetype(skipped));
}

ResumableStream::Taken ResumableStream::take(const QByteArray &message)
{
    const auto frame = decodeFrame(message);
    if (!frame)
        return { Taken::Kind::Fault, QStringLiteral("the other end sent a message that means nothing") };
    QString fault;
    switch (frame->type) {
    case FrameType::Data:
        fault = takeData(message.size() - 1);
        if (fault.isEmpty())
            return { Taken::Kind::Data };
        break;
    case FrameType::Ack: fault = takeAck(frame->total); break;
    case FrameType::End: fault = takeEnd(frame->total); break;
    case FrameType::Abort: return { Taken::Kind::Aborted, frame->reason };
    }
    if (!fault.isEmpty())
        return { Taken::Kind::Fault, fault };
    return {};
}

QString ResumableStream::takeData(qsizetype bytes)
{
    if (m_hasEnded)
        return QStringLiteral("the other end sent more after its end");
    if (m_received + bytes - m_consumed > kWindow + kMaxData)
        return QStringLiteral("the other end sent more than was to be on its way");
    m_received += bytes;
    return {};
}

QString ResumableStream::takeAck(qint64 total)
{
    if (total < m_acked || total > m_sent)
        return QStringLiteral("the other end acknowledged what was not sent");
    forgetUntil(total);
    return {};
}

QString ResumableStream::takeEnd(qint64 total)
{
    if (total != m_received)
        return QStringLiteral("the other end ended after %1 bytes, of which %2 came").arg(total).arg(m_received);
    m_hasEnded = true;
    return {};
}

void ResumableStream::forgetUntil(qint64 total)
{
    m_acked = total;
    while (!m_pieces.empty() && m_nextPiece > 0 && m_firstAt + dataIn(m_pieces.front()) <= total) {
        m_firstAt += dataIn(m_pieces.front());
        m_pieces.pop_front();
        --m_nextPiece;
    }
}

void ResumableStream::consumed(qint64 bytes)
{
    m_consumed += bytes;
}

qint64 ResumableStream::beginLeg()
{
    if (m_received != m_consumed)
        m_hasEnded = false; // it comes again, behind the rest
    m_received = m_consumed;
    m_ackSent = m_consumed; // the hello says so
    return m_consumed;
}

QString ResumableStream::resumeFrom(qint64 peerReceived)
{
    if (peerReceived < m_acked || peerReceived > m_sent)
        return QStringLiteral("the other end is at byte %1 of what was sent, and %2 to %3 is what can be resumed from")
            .arg(peerReceived)
            .arg(m_acked)
            .arg(m_sent);
    forgetUntil(peerReceived);
    m_sent = peerReceived;
    m_isEndSent = false;
    m_nextPiece = 0;
    m_nextAt = m_firstAt;
    while (m_nextPiece < m_pieces.size() && m_nextAt + dataIn(m_pieces[m_nextPiece]) <= m_sent) {
        m_nextAt += dataIn(m_pieces[m_nextPiece]);
        ++m_nextPiece;
    }
    return {};
}

bool ResumableStream::isComplete() const
{
    return m_isFinished && m_isEndSent && m_acked == m_written && isDrained() && !hasAck();
}

} // namespace relay::client::shell
