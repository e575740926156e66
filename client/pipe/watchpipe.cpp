// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/watchpipe.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace relay::client::pipe {

WatchPipe::WatchPipe(const PipeOptions &options, int descriptor, QObject *parent)
    : QObject(parent)
    , m_session(options.target, options.session)
    , m_reporter(QStringLiteral("relay watch"), options.isJson, options.isQuiet)
    , m_descriptor(descriptor)
    , m_count(options.count)
{
    connect(&m_session, &session::Session::message, this, &WatchPipe::take);
    connect(&m_session, &session::Session::statusChanged, &m_reporter, &session::Reporter::changed);
    connect(&m_session, &session::Session::ended, this, [this] { Q_EMIT finished(m_isStopping ? m_exitCode : 1); });
}

void WatchPipe::stop()
{
    if (!std::exchange(m_isStopping, true))
        m_session.stop();
}

void WatchPipe::take(ws::Opcode opcode, const QByteArray &payload)
{
    if (m_isStopping)
        return;
    if (!write(payload) || (opcode == ws::Opcode::Text && !write("\n"))) {
        if (errno != EPIPE) {
            m_reporter.fail(QStringLiteral("cannot write to standard output: ")
                            + QString::fromLocal8Bit(std::strerror(errno)));
            m_exitCode = 1;
        }
        stop();
        return;
    }
    m_reporter.count(payload.size());
    if (m_count > 0 && m_reporter.messages() >= m_count)
        stop();
}

bool WatchPipe::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), std::size_t(bytes.size()));
        if (count >= 0) {
            bytes = bytes.sliced(qsizetype(count));
        } else if (errno == EAGAIN) {
            pollfd waiting { m_descriptor, POLLOUT, 0 };
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

} // namespace relay::client::pipe
