// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/messagecutter.h"

namespace relay::client::pipe {

namespace {

constexpr qsizetype kEnough = 189; // bytes that tell a transport stream from a text

bool looksLikeTs(QByteArrayView bytes)
{
    constexpr qsizetype kPacket = 188;
    return bytes.startsWith(mpegts::kSync) && (bytes.size() <= kPacket || bytes[kPacket] == mpegts::kSync);
}

//! Whether it is UTF-8, perhaps up to a character that is cut off.
bool looksLikeText(QByteArrayView bytes)
{
    for (qsizetype cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
        if (bytes.chopped(cut).isValidUtf8())
            return !bytes.contains('\0');
    }
    return false;
}

} // namespace

MessageCutter::MessageCutter(Form form, Emit emit)
    : m_form(form)
    , m_emit(std::move(emit))
{
}

void MessageCutter::take(QByteArrayView bytes)
{
    m_pending.append(bytes);
    if (m_form == Form::Auto)
        decide(false);
    if (m_form != Form::Auto)
        cut(false);
}

void MessageCutter::finish()
{
    if (m_form == Form::Auto)
        decide(true);
    cut(true);
}

void MessageCutter::decide(bool isEnd)
{
    // A line is one as soon as it is whole: who types waits for nothing.
    if (!isEnd && m_pending.size() < kEnough && !(looksLikeText(m_pending) && m_pending.contains('\n')))
        return;
    const bool isPacket = m_pending.size() >= kEnough || isEnd;
    m_form = isPacket && m_pending.size() >= 188 && looksLikeTs(m_pending) ? Form::Ts
        : looksLikeText(m_pending)                                         ? Form::Lines
                                                                           : Form::Binary;
}

void MessageCutter::cut(bool isEnd)
{
    switch (m_form) {
    case Form::Lines: cutLines(isEnd); break;
    case Form::Ts: cutPackets(isEnd); break;
    default:
        if (!m_pending.isEmpty())
            m_emit(ws::Opcode::Binary, m_pending);
        m_pending.clear();
    }
}

void MessageCutter::cutLines(bool isEnd)
{
    const auto emitLine = [this](QByteArrayView line) {
        // What is no UTF-8 may not be called text (RFC 6455, section 5.6).
        m_emit(line.isValidUtf8() ? ws::Opcode::Text : ws::Opcode::Binary, line);
    };
    qsizetype start = 0;
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n', start)) {
        qsizetype size = end - start;
        if (size > 0 && m_pending[end - 1] == '\r')
            --size;
        emitLine(QByteArrayView(m_pending).sliced(start, size));
        start = end + 1;
    }
    m_pending.remove(0, start);
    if ((isEnd && !m_pending.isEmpty()) || m_pending.size() > kMaxLine) {
        emitLine(m_pending);
        m_pending.clear();
    }
}

void MessageCutter::cutPackets(bool isEnd)
{
    const auto emitPackets = [this](std::span<const char> packets) {
        m_emit(ws::Opcode::Binary, { packets.data(), qsizetype(packets.size()) });
    };
    m_framer.feed({ m_pending.constData(), std::size_t(m_pending.size()) }, emitPackets);
    m_pending.clear();
    if (isEnd)
        m_framer.finish(emitPackets);
    else
        m_framer.flush(emitPackets);
    if (m_framer.verdict() == mpegts::TsFramer::Verdict::NotTransportStream)
        m_fault = QString::fromUtf8(m_framer.failure().data(), qsizetype(m_framer.failure().size()));
}

} // namespace relay::client::pipe
