// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/instrumentcutter.h"

#include <algorithm>
#include <utility>

namespace relay::client::feed {

InstrumentCutter::InstrumentCutter(const Framing &framing, Emit emit)
    : m_isRaw(framing.isRaw)
    , m_end(framing.lineEnd == Framing::LineEnd::CarriageReturn ? '\r' : '\n')
    , m_emit(std::move(emit))
{
}

void InstrumentCutter::take(QByteArrayView bytes)
{
    m_isRaw ? takePieces(bytes) : takeLines(bytes);
}

void InstrumentCutter::takePieces(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype size = std::min(bytes.size(), kMaxPiece - m_pending.size());
        m_pending.append(bytes.first(size));
        bytes = bytes.sliced(size);
        if (m_pending.size() == kMaxPiece)
            lull();
    }
}

void InstrumentCutter::takeLines(QByteArrayView bytes)
{
    qsizetype end = bytes.indexOf(m_end);
    for (; end >= 0; end = bytes.indexOf(m_end)) {
        keep(bytes.first(end));
        bytes = bytes.sliced(end + 1);
        emitLine();
    }
    keep(bytes);
}

void InstrumentCutter::keep(QByteArrayView part)
{
    // One more than a line may have: it may be the '\r' of its end.
    const qsizetype room = kMaxLine + 1 - m_pending.size();
    m_isTooLong = m_isTooLong || part.size() > room;
    m_pending.append(part.first(std::min(part.size(), room)));
}

void InstrumentCutter::emitLine()
{
    QByteArrayView line = m_pending;
    if (!m_isTooLong && m_end == '\n' && line.endsWith('\r'))
        line.chop(1);
    if (line.size() > kMaxLine) {
        m_isTooLong = true;
        line.truncate(kMaxLine);
    }
    m_cutLines += m_isTooLong ? 1 : 0;
    m_emit(line.isValidUtf8() ? ws::Opcode::Text : ws::Opcode::Binary, line);
    clear();
}

void InstrumentCutter::lull()
{
    if (m_isRaw && hasPending())
        m_emit(ws::Opcode::Binary, std::exchange(m_pending, {}));
}

void InstrumentCutter::end()
{
    if (m_isRaw)
        lull();
    else if (hasPending())
        emitLine();
}

void InstrumentCutter::clear()
{
    m_pending.clear();
    m_isTooLong = false;
}

QByteArray toInstrument(QByteArrayView payload, const Framing &framing)
{
    using LineEnd = Framing::LineEnd;
    const QByteArrayView end = framing.lineEnd == LineEnd::CarriageReturn ? "\r"
        : framing.lineEnd == LineEnd::CarriageReturnNewline               ? "\r\n"
                                                                          : "\n";
    if (framing.isRaw || payload.endsWith(end))
        return payload.toByteArray();
    if (payload.endsWith('\n'))
        payload.chop(1);
    return payload.toByteArray().append(end);
}

} // namespace relay::client::feed
