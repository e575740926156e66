// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/sendpipe.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace relay::client::pipe {

namespace {
constexpr qsizetype kRead = 64 * 1024;  // bytes at once, and so the largest binary message
constexpr qint64 kQueued = 1024 * 1024; // bytes that may wait in the connection before the pipe has to
} // namespace

SendPipe::SendPipe(const PipeOptions &options, int descriptor, QObject *parent)
    : QObject(parent)
    , m_session(options.target, options.session)
    , m_reporter(QStringLiteral("relay send"), options.isJson, options.isQuiet)
    , m_cutter(
          options.form,
          [this](ws::Opcode opcode, QByteArrayView payload) { m_waiting.emplace_back(opcode, payload.toByteArray()); })
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SendPipe::read);
    connect(&m_session, &session::Session::opened, this, &SendPipe::flush);
    connect(&m_session, &session::Session::drained, this, &SendPipe::flush);
    connect(&m_session, &session::Session::closed, this, [this] { m_notifier.setEnabled(false); });
    connect(&m_session, &session::Session::statusChanged, &m_reporter, &session::Reporter::changed);
    connect(&m_session, &session::Session::ended, this, &SendPipe::ended);
}

void SendPipe::stop()
{
    m_isAtEnd = true;
    m_waiting.clear();
    m_isClosing = true;
    m_notifier.setEnabled(false);
    m_session.stop();
}

void SendPipe::read()
{
    QByteArray bytes(kRead, Qt::Uninitialized);
    const ssize_t count = ::read(m_descriptor, bytes.data(), std::size_t(kRead));
    if (count > 0) {
        m_cutter.take(QByteArrayView(bytes).first(qsizetype(count)));
        flush();
    } else if (count == 0) {
        endOfInput();
    } else if (errno != EAGAIN && errno != EINTR) {
        m_reporter.fail(QStringLiteral("cannot read standard input: ") + QString::fromLocal8Bit(std::strerror(errno)));
        m_exitCode = 1;
        endOfInput();
    }
}

void SendPipe::endOfInput()
{
    m_isAtEnd = true;
    m_notifier.setEnabled(false);
    m_cutter.finish();
    flush();
}

void SendPipe::flush()
{
    while (!m_waiting.empty() && m_session.queuedBytes() < kQueued) {
        const auto &[opcode, payload] = m_waiting.front();
        if (!m_session.send(opcode, payload))
            return; // it goes out on the next connection
        m_reporter.count(payload.size());
        m_waiting.pop_front();
    }
    if (!m_cutter.fault().isEmpty() && !m_isClosing) {
        m_reporter.fail(m_cutter.fault());
        m_exitCode = 1;
        m_isAtEnd = true;
    }
    m_notifier.setEnabled(!m_isAtEnd && m_session.isOpen() && m_session.queuedBytes() < kQueued);
    if (m_isAtEnd && m_waiting.empty() && m_session.isOpen() && m_session.queuedBytes() == 0 && !m_isClosing) {
        m_isClosing = true;
        m_session.stop();
    }
}

void SendPipe::ended()
{
    // An end that nobody here asked for leaves something unsent, or has never begun.
    Q_EMIT finished(m_isClosing ? m_exitCode : 1);
}

} // namespace relay::client::pipe
