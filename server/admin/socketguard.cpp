// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/socketguard.h"

#include "common/admin/socketpath.h"
#include "server/admin/peer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <grp.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcSocket, "relay.admin.socket")

QByteArray native(const QString &path)
{
    return QFile::encodeName(path);
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

QString directoryOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

//! "admin.sock" is guarded by "admin.lock".
QString lockPathOf(const QString &path)
{
    const QString stem = path.endsWith(QLatin1String(".sock")) ? path.chopped(5) : path;
    return stem + QStringLiteral(".lock");
}

// Members of relay-admin must be able to reach the socket; where we may not give it to them, that is up to the service.
void giveToOperators(const QByteArray &path, mode_t mode)
{
    if (const group *operators = ::getgrnam(kOperatorGroup)) {
        if (::chown(path.constData(), uid_t(-1), operators->gr_gid) != 0)
            return;
    }
    (void)::chmod(path.constData(), mode);
}

QString makeDirectory(const QString &directory, SocketGuard::Reach reach)
{
    if (QFileInfo::exists(directory))
        return {};
    // Parents as usual; the last one is the socket's own and private.
    const QString parent = directoryOf(directory);
    if (!QDir().mkpath(parent) || (::mkdir(native(directory).constData(), 0700) != 0 && errno != EEXIST))
        return QStringLiteral("cannot make the directory %1 for the admin socket: %2").arg(directory, systemError());
    const mode_t own = ::getgrnam(kOperatorGroup) ? 0750 : 0700;
    giveToOperators(native(directory), reach == SocketGuard::Reach::Everybody ? own | S_IXGRP | S_IXOTH : own);
    return {};
}

QString checkDirectory(const QString &directory, SocketGuard::Reach reach)
{
    struct stat status
    {
    };
    if (::stat(native(directory).constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return QStringLiteral("%1, where the admin socket should go, is no directory").arg(directory);
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return QStringLiteral("the directory %1 of the admin socket belongs to user %2, not to relayd's; "
                              "choose another with --admin-socket")
            .arg(directory, userName(status.st_uid));
    if (reach == SocketGuard::Reach::Everybody && (status.st_mode & S_IXOTH) == 0)
        qCWarning(lcSocket,
                  "others cannot get through the directory %s (mode %04o) to the admin socket, whatever role they were "
                  "given; let them with chmod o+x",
                  qUtf8Printable(directory), unsigned(status.st_mode & 07777));
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) == 0)
        return {};
    // With the sticky bit (as /tmp has it) others can add files but not move ours; the lock's owner is checked too.
    if ((status.st_mode & S_ISVTX) != 0) {
        qCWarning(lcSocket, "admin socket in %s, where everybody may make files; a directory of its own is safer",
                  qUtf8Printable(directory));
        return {};
    }
    return QStringLiteral("others may write to the directory %1 of the admin socket (mode %2); "
                          "chmod it to 0750 or choose another with --admin-socket")
        .arg(directory)
        .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'));
}

QString ownerOf(int lock)
{
    std::array<char, 32> text {};
    const ssize_t length = ::pread(lock, text.data(), text.size() - 1, 0);
    const QByteArray pid = length > 0 ? QByteArray(text.data(), length).trimmed() : QByteArray();
    return pid.isEmpty() ? QStringLiteral("unknown") : QString::fromLatin1(pid);
}

//! The locked descriptor, or a sentence.
std::variant<int, QString> takeLock(const QString &path)
{
    const QString lockPath = lockPathOf(path);
    const int lock = ::open(native(lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        return QStringLiteral("cannot open the lock %1 of the admin socket: %2").arg(lockPath, systemError());
    struct stat status
    {
    };
    if (::fstat(lock, &status) != 0 || (status.st_uid != ::geteuid() && ::geteuid() != 0)) {
        ::close(lock);
        return QStringLiteral("the lock %1 of the admin socket belongs to user %2, not to relayd's")
            .arg(lockPath, userName(status.st_uid));
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const QString owner = ownerOf(lock);
        ::close(lock);
        return QStringLiteral("another relayd (pid %1) owns %2; stop it, or give this one its own --admin-socket")
            .arg(owner, path);
    }
    const QByteArray pid = QByteArray::number(qlonglong(::getpid())).append('\n');
    if (::ftruncate(lock, 0) != 0 || ::pwrite(lock, pid.constData(), std::size_t(pid.size()), 0) != pid.size())
        qCWarning(lcSocket, "cannot write our pid to %s", qUtf8Printable(lockPath));
    return lock;
}

} // namespace

std::variant<std::unique_ptr<SocketGuard>, QString> SocketGuard::claim(const QString &path, Reach reach)
{
    if (!QDir::isAbsolutePath(path))
        return QStringLiteral("the admin socket needs an absolute path, not '%1'").arg(path);
    if (native(path).size() > kMaxSocketPath)
        return QStringLiteral("the path of the admin socket has %1 bytes; %2 is the system's limit: %3")
            .arg(native(path).size())
            .arg(kMaxSocketPath)
            .arg(path);
    const QString directory = directoryOf(path);
    for (const auto step : { makeDirectory, checkDirectory }) {
        if (const QString problem = step(directory, reach); !problem.isEmpty())
            return problem;
    }
    const auto lock = takeLock(path);
    if (const auto *problem = std::get_if<QString>(&lock))
        return *problem;
    std::unique_ptr<SocketGuard> guard(new SocketGuard(path, std::get<int>(lock), reach));
    if (const QString problem = guard->removeLeftover(); !problem.isEmpty())
        return problem;
    return guard;
}

SocketGuard::SocketGuard(const QString &path, int lockDescriptor, Reach reach)
    : m_path(path)
    , m_lock(lockDescriptor)
    , m_reach(reach)
{
}

SocketGuard::~SocketGuard()
{
    struct stat status
    {
    };
    const bool isOurs = m_inode != 0 && ::lstat(native(m_path).constData(), &status) == 0 && status.st_ino == m_inode
        && status.st_dev == m_device;
    if (isOurs)
        ::unlink(native(m_path).constData());
    // The lock file stays: removing it would let two servers hold locks on two files of one name.
    ::close(m_lock);
}

QString SocketGuard::stagingPath() const
{
    return directoryOf(m_path) + QStringLiteral("/.%1").arg(::getpid());
}

// We hold the lock, so whatever socket lies here belongs to nobody alive that plays by the rules.
QString SocketGuard::removeLeftover() const
{
    struct stat status
    {
    };
    if (::lstat(native(m_path).constData(), &status) != 0)
        return {};
    if (!S_ISSOCK(status.st_mode))
        return QStringLiteral("%1, where the admin socket should go, is a file of another kind; move it away")
            .arg(m_path);
    if (::unlink(native(m_path).constData()) != 0)
        return QStringLiteral("cannot remove the left-over admin socket %1: %2").arg(m_path, systemError());
    qCInfo(lcSocket, "removed the left-over admin socket %s", qUtf8Printable(m_path));
    return {};
}

QString SocketGuard::adopt()
{
    const QByteArray staging = native(stagingPath());
    giveToOperators(staging, m_reach == Reach::Everybody ? 0666 : 0660);
    struct stat status
    {
    };
    if (::lstat(staging.constData(), &status) != 0 || ::rename(staging.constData(), native(m_path).constData()) != 0)
        return QStringLiteral("cannot put the admin socket at %1: %2").arg(m_path, systemError());
    m_device = status.st_dev;
    m_inode = status.st_ino;
    return {};
}

} // namespace relay::admin
