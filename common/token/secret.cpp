// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/secret.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace relay::token {

namespace {

constexpr qint64 kMaxFile = 64 * 1024;

QString fileFault(const QString &path, const QString &what)
{
    return QStringLiteral("the secret in %1 %2").arg(path, what);
}

} // namespace

std::variant<Secret, QString> checkSecret(QByteArray bytes, const QString &origin)
{
    if (bytes.isEmpty())
        return QStringLiteral("the secret from %1 is empty").arg(origin);
    if (bytes.size() < kLeastSecret)
        return QStringLiteral("the secret from %1 is shorter than %2 bytes").arg(origin).arg(kLeastSecret);
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
    struct stat status
    {
    };
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &status) != 0)
        return fileFault(path, QStringLiteral("cannot be read: ") + QString::fromLocal8Bit(std::strerror(errno)));
    if (!S_ISREG(status.st_mode))
        return fileFault(path, QStringLiteral("cannot be read: it is no file"));
    if (status.st_mode & 007)
        return fileFault(path, QStringLiteral("may be read by everybody: chmod o= the file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFault(path, QStringLiteral("cannot be read: ") + file.errorString());
    QByteArray bytes = file.read(kMaxFile + 1);
    if (file.error() != QFileDevice::NoError)
        return fileFault(path, QStringLiteral("cannot be read: ") + file.errorString());
    if (bytes.size() > kMaxFile)
        return fileFault(path, QStringLiteral("is larger than 64 KiB"));
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    return checkSecret(std::move(bytes), path);
}

} // namespace relay::token
