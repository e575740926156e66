// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pipe/pipeoptions.h"
#include "client/session/reporter.h"

namespace relay::client::pipe {

/*!
 * A topic to standard output. Whoever reads the pipe too slowly holds up the connection, and so becomes a slow reader
 * to the relay, which bounds what waits; whoever goes away ends it.
 */
class WatchPipe : public QObject
{
    Q_OBJECT
public:
    WatchPipe(const PipeOptions &options, int descriptor, QObject *parent = nullptr);

    void start() { m_session.start(); }
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void take(ws::Opcode opcode, const QByteArray &payload);
    [[nodiscard]] bool write(QByteArrayView bytes);

    session::Session m_session;
    session::Reporter m_reporter;
    int m_descriptor;
    qint64 m_count;
    bool m_isStopping = false;
    int m_exitCode = 0;
};

} // namespace relay::client::pipe
