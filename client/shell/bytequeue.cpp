// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/bytequeue.h"

#include <algorithm>

namespace relay::client::shell {

void ByteQueue::append(const QByteArray &piece, qsizetype from)
{
    const qsizetype added = piece.size() - from;
    if (added <= 0)
        return;
    m_size += added;
    if (added <= kSmall && !m_pieces.empty() && m_pieces.back().bytes.size() <= kSmall)
        m_pieces.back().bytes += QByteArrayView(piece).sliced(from);
    else
        m_pieces.push_back({ piece, from });
}

QByteArrayView ByteQueue::front() const
{
    const Piece &first = m_pieces.front();
    return QByteArrayView(first.bytes).sliced(first.from);
}

void ByteQueue::drop(qint64 bytes)
{
    m_size -= bytes;
    while (bytes > 0) {
        Piece &first = m_pieces.front();
        const qint64 here = std::min<qint64>(bytes, first.bytes.size() - first.from);
        first.from += qsizetype(here);
        bytes -= here;
        if (first.from == first.bytes.size())
            m_pieces.pop_front();
    }
}

void ByteQueue::clear()
{
    m_pieces.clear();
    m_size = 0;
}

} // namespace relay::client::shell
