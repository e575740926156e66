// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/secret.h"

#include <QFile>

#include <openssl/crypto.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relay::token {

namespace {

constexpr qint64 kMaxFile = 64 * 1024;

QString fileFault(const QString &path, const QString &what)
{
    return QStringLiteral("the secret in %1 %2").arg(path, what);
}

QString unreadable(const QString &path)
{
    return fileFault(path, QStringLiteral("cannot be read: ") + QString::fromLocal8Bit(std::strerror(errno)));
}

//! Why a file that is open must not be used; empty: it may be.
QString faultOf(int descriptor, const QString &path)
{
    struct stat status
    {
    };
    if (::fstat(descriptor, &status) != 0)
        return unreadable(path);
    if (!S_ISREG(status.st_mode))
        return fileFault(path, QStringLiteral("cannot be read: it is no file"));
    if (status.st_mode & 007)
        return fileFault(path, QStringLiteral("may be read by everybody: chmod o= the file"));
    return {};
}

} // namespace

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

std::variant<Secret, QString> checkSecret(QByteArray bytes, const QString &origin)
{
    if (bytes.isEmpty())
        return QStringLiteral("the secret from %1 is empty").arg(origin);
    if (bytes.size() < kLeastSecret) {
        wipe(bytes);
        return QStringLiteral("the secret from %1 is shorter than %2 bytes").arg(origin).arg(kLeastSecret);
    }
    Secret secret { std::move(bytes), {} };
    if (secret.bytes.size() < kGoodSecret) {
        secret.warning
            = QStringLiteral("the secret from %1 has %2 bytes: %3 or more are hard to guess, such as those of "
                             "'openssl rand -base64 32'")
                  .arg(origin)
                  .arg(secret.bytes.size())
                  .arg(kGoodSecret);
    }
    return secret;
}

std::variant<Secret, QString> readSecret(const QString &path)
{
    // Checked is what was opened, whatever the name stands for by then; a pipe is not waited for.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return unreadable(path);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fileFault(path, QStringLiteral("cannot be read: ") + file.errorString());
    }
    if (const QString fault = faultOf(descriptor, path); !fault.isEmpty())
        return fault;
    QByteArray bytes = file.read(kMaxFile + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > kMaxFile) {
        const bool isRead = file.error() == QFileDevice::NoError;
        wipe(bytes);
        return isRead ? fileFault(path, QStringLiteral("is larger than 64 KiB"))
                      : fileFault(path, QStringLiteral("cannot be read: ") + file.errorString());
    }
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    return checkSecret(std::move(bytes), path);
}

} // namespace relay::token
