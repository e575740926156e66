// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/filesession.h"

namespace relay::client::file {

FileSession::FileSession(const FileOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_session(options.target, options.session)
    , m_reporter(QStringLiteral("relay file"), options.isJson, options.isQuiet)
    , m_recorder(options.mode)
    , m_player(options.script.steps, [this](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        return m_session.send(ws::Opcode::Text, bytes);
    })
{
    m_begin.setSingleShot(true);
    connect(&m_begin, &QTimer::timeout, &m_player, &Player::start);
    connect(&m_player, &Player::remark, this, [this](const QString &text) { record(text.toUtf8(), true); });
    connect(&m_player, &Player::finished, this, [this] {
        m_isAtEnd = true;
        endOfScript();
    });
    connect(&m_session, &session::Session::opened, this, &FileSession::opened);
    connect(&m_session, &session::Session::message, this, &FileSession::take);
    connect(&m_session, &session::Session::drained, this, &FileSession::endOfScript);
    connect(&m_session, &session::Session::statusChanged, &m_reporter, &session::Reporter::changed);
    connect(&m_session, &session::Session::ended, this, [this] { Q_EMIT finished(m_isStopping ? m_exitCode : 1); });
}

QString FileSession::start()
{
    if (m_options.records) {
        if (QString fault = m_recorder.open(m_options.log); !fault.isEmpty())
            return fault;
    }
    m_session.start();
    return {};
}

void FileSession::opened()
{
    if (!m_options.plays)
        return;
    if (m_player.done() == 0 && !m_begin.isActive())
        m_begin.start(m_options.startAfterMs);
    else
        m_player.resume();
}

void FileSession::take(ws::Opcode opcode, const QByteArray &payload)
{
    const bool isText = opcode == ws::Opcode::Text;
    const QString text = QString::fromUtf8(isText ? payload : payload.toBase64());
    m_reporter.count(payload.size());
    m_player.heard(text);
    if (m_options.mode == Mode::Binary || m_player.filter().passes(text))
        record(payload, isText);
}

void FileSession::record(const QByteArray &payload, bool isText)
{
    if (!m_options.records || m_isStopping)
        return;
    if (const QString fault = m_recorder.write(payload, isText); !fault.isEmpty()) {
        m_reporter.fail(fault);
        m_exitCode = 1;
        stop();
    }
}

void FileSession::endOfScript()
{
    if (m_isAtEnd && m_session.queuedBytes() == 0)
        stop();
}

void FileSession::stop()
{
    if (!std::exchange(m_isStopping, true))
        m_session.stop();
}

void FileSession::reopen()
{
    if (const QString fault = m_recorder.reopen(); m_options.records && !fault.isEmpty()) {
        m_reporter.fail(fault);
        m_exitCode = 1;
        stop();
    }
}

} // namespace relay::client::file
