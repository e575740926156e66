// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/feedspec.h"
#include "common/ws/protocol.h"

#include <QByteArray>

#include <functional>

namespace relay::client::feed {

/*!
 * Makes messages of what an instrument says. Lines: a text without its end, or binary where it is no
 * UTF-8 (RFC 6455, section 5.6); of a line that is too long only the beginning. Raw: a binary message of what came until
 * the caller sees a lull, or of so much that it is enough. Pure.
 */
class InstrumentCutter
{
public:
    using Emit = std::function<void(ws::Opcode opcode, QByteArrayView payload)>;
    static constexpr qsizetype kMaxLine = 1024 * 1024; //!< bytes, without the end
    static constexpr qsizetype kMaxPiece = 64 * 1024;  //!< bytes of a raw message

    InstrumentCutter(const Framing &framing, Emit emit);

    void take(QByteArrayView bytes);
    void lull();  //!< the raw piece is whole
    void end();   //!< the instrument has ended: what is left is all that there will be
    void clear(); //!< the instrument is gone: what is left will never be whole

    [[nodiscard]] bool hasPending() const { return !m_pending.isEmpty(); }
    [[nodiscard]] quint64 cutLines() const { return m_cutLines; } //!< too long, since the beginning

private:
    void takeLines(QByteArrayView bytes);
    void takePieces(QByteArrayView bytes);
    void keep(QByteArrayView part);
    void emitLine();

    bool m_isRaw;
    char m_end;
    Emit m_emit;
    QByteArray m_pending;
    bool m_isTooLong = false; // the line that is pending
    quint64 m_cutLines = 0;
};

//! A message as it goes to the instrument: a line gets its end, in place of a bare newline, unless it has it. Pure.
[[nodiscard]] QByteArray toInstrument(QByteArrayView payload, const Framing &framing);

} // namespace relay::client::feed
