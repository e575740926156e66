// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file/fileoptions.h"
#include "client/file/player.h"
#include "client/session/reporter.h"

namespace relay::client::file {

//! relay file while it runs: a session, what it records and what it plays. One thread.
class FileSession : public QObject
{
    Q_OBJECT
public:
    explicit FileSession(const FileOptions &options, QObject *parent = nullptr);

    //! Empty on success, else a sentence.
    [[nodiscard]] QString start();
    void stop();
    void reopen(); //!< the file that is recorded to

Q_SIGNALS:
    void finished(int exitCode);

private:
    void opened();
    void take(ws::Opcode opcode, const QByteArray &payload);
    void record(const QByteArray &payload, bool isText);
    void endOfScript();

    FileOptions m_options;
    session::Session m_session;
    session::Reporter m_reporter;
    Recorder m_recorder;
    Player m_player;
    QTimer m_begin;
    bool m_isStopping = false;
    bool m_isAtEnd = false;
    int m_exitCode = 0;
};

} // namespace relay::client::file
