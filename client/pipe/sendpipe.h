// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pipe/messagecutter.h"
#include "client/session/reporter.h"

#include <QSocketNotifier>

#include <deque>
#include <memory>
#include <utility>

namespace relay::client::pipe {

/*!
 * Standard input to a topic. Reads no more of the pipe than the connection takes, so that whoever writes to it is held
 * back; while there is no connection nothing is read. At the end of the pipe everything is sent, then the session ends.
 */
class SendPipe : public QObject
{
    Q_OBJECT
public:
    SendPipe(const PipeOptions &options, int descriptor, QObject *parent = nullptr);

    void start() { m_session.start(); }
    void stop(); //!< what is read already still goes out

Q_SIGNALS:
    void finished(int exitCode);

private:
    void read();
    void flush();
    void endOfInput();
    void ended();

    session::Session m_session;
    session::Reporter m_reporter;
    MessageCutter m_cutter;
    int m_descriptor;
    QSocketNotifier m_notifier;
    std::deque<std::pair<ws::Opcode, QByteArray>> m_waiting; // cut, and not given to a connection yet
    bool m_isAtEnd = false;
    bool m_isClosing = false;
    int m_exitCode = 0;
};

} // namespace relay::client::pipe
