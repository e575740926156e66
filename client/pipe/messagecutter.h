// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pipe/pipeoptions.h"
#include "common/mpegts/tsframer.h"

#include <QByteArray>

#include <functional>

namespace relay::client::pipe {

/*!
 * Makes messages of the bytes of a pipe, however they come: nothing is lost, and what goes out in one message depends
 * for lines and packets on the bytes alone. Pure.
 */
class MessageCutter
{
public:
    using Emit = std::function<void(ws::Opcode opcode, QByteArrayView payload)>;
    static constexpr qsizetype kMaxLine = 10 * 1024 * 1024; //!< bytes; a longer one is sent in parts

    MessageCutter(Form form, Emit emit);

    void take(QByteArrayView bytes);
    void finish(); //!< the end of the pipe: what is left goes out, also a line without an end

    [[nodiscard]] Form form() const { return m_form; }
    //! Not empty: the pipe is not what it was said to be.
    [[nodiscard]] QString fault() const { return m_fault; }

private:
    void decide(bool isEnd);
    void cut(bool isEnd);
    void cutLines(bool isEnd);
    void cutPackets(bool isEnd);

    Form m_form;
    Emit m_emit;
    QByteArray m_pending;
    mpegts::TsFramer m_framer;
    QString m_fault;
};

} // namespace relay::client::pipe
