// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/recorder.h"

#include "client/file/logline.h"

#include <chrono>
#include <cstdio>

namespace relay::client::file {

namespace {

std::int64_t nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

QString Recorder::open(const QString &path)
{
    m_isStandardOutput = path.isEmpty() || path == u"-";
    if (m_isStandardOutput) {
        if (m_file.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
            return {};
    } else {
        m_file.setFileName(path);
        if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return {};
    }
    return QStringLiteral("cannot write to %1: %2")
        .arg(m_isStandardOutput ? QStringLiteral("standard output") : path, m_file.errorString());
}

QString Recorder::reopen()
{
    if (m_isStandardOutput)
        return {};
    const QString path = m_file.fileName();
    m_file.close();
    return open(path);
}

QString Recorder::write(const QByteArray &payload, bool isText)
{
    const QByteArray bytes = m_mode == Mode::Binary
        ? payload
        : formatLogLine({ nowNs(), isText ? payload : payload.toBase64() }, QTimeZone::systemTimeZone());
    if (m_file.write(bytes) == bytes.size() && (!m_isStandardOutput || m_file.flush()))
        return {};
    return QStringLiteral("cannot write: ") + m_file.errorString();
}

} // namespace relay::client::file
