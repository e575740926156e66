// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/linebuffer.h"

namespace relay::admin {

LineBuffer::LineBuffer(qsizetype lineLimit)
    : m_limit(lineLimit)
{
}

void LineBuffer::append(QByteArrayView bytes)
{
    if (m_isOverlong)
        return;
    compact();
    m_bytes.append(bytes);
}

std::optional<QByteArray> LineBuffer::next()
{
    if (m_isOverlong)
        return std::nullopt;
    const qsizetype end = m_bytes.indexOf('\n', m_scanned);
    const qsizetype length = (end < 0 ? m_bytes.size() : end + 1) - m_start;
    if (length > m_limit) {
        m_isOverlong = true;
        m_bytes.clear();
        m_start = m_scanned = 0;
        return std::nullopt;
    }
    if (end < 0) {
        m_scanned = m_bytes.size();
        return std::nullopt;
    }
    QByteArray line = m_bytes.mid(m_start, end - m_start);
    if (line.endsWith('\r'))
        line.chop(1);
    m_start = m_scanned = end + 1;
    return line;
}

void LineBuffer::clear()
{
    *this = LineBuffer(m_limit);
}

// Moves the rest to the front before more arrives, so that memory follows what is unread and not what was ever read.
void LineBuffer::compact()
{
    if (m_start == 0)
        return;
    m_bytes.remove(0, m_start);
    m_scanned -= m_start;
    m_start = 0;
}

} // namespace relay::admin
