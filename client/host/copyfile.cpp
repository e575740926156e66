// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/copyfile.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace relay::client::host {

bool CopyFile::open(const QString &path)
{
    m_file.close();
    m_fault.clear();
    m_path = path;
    if (path.isEmpty())
        return true;
    constexpr mode_t kOwnerOnly = 0600;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK | O_CLOEXEC, kOwnerOnly);
    if (descriptor < 0) {
        m_fault = QStringLiteral("cannot write to %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno)));
        return false;
    }
    if (!m_file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        m_fault = QStringLiteral("cannot write to %1: %2").arg(path, m_file.errorString());
    return m_fault.isEmpty();
}

bool CopyFile::write(const QByteArray &payload)
{
    if (!isOpen() || m_file.write(payload) == payload.size())
        return true;
    // A gap would make the rest worthless: it ends where it was whole.
    m_fault = QStringLiteral("writing to %1 has ended: %2").arg(m_path, m_file.errorString());
    m_file.close();
    return false;
}

} // namespace relay::client::host
