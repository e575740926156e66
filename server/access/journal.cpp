// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/journal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relay::access {

namespace {

constexpr char kName[] = "deny.journal";
constexpr char kNewName[] = "deny.journal.new";
constexpr char kLockName[] = "relayd.lock";
constexpr qsizetype kChecksum = 16; // hexadecimal digits
constexpr mode_t kFileMode = 0600;

constexpr std::array kAll { What::Booking, What::Subject, What::Network };

QByteArray pathOf(const QString &directory, const char *name)
{
    return QFile::encodeName(directory) + '/' + name;
}

QByteArray checksumOf(QByteArrayView json)
{
    return QCryptographicHash::hash(json.toByteArray(), QCryptographicHash::Sha256).toHex().first(kChecksum);
}

bool writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t count = ::write(fd, bytes.constData() + written, std::size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

QString problem(const QString &directory, const QString &what)
{
    return QStringLiteral("the state directory %1 %2; name another with --state-dir").arg(directory, what);
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

QByteArray Journal::format(const JournalEntry &entry)
{
    const QJsonObject object { { QStringLiteral("change"),
                                 entry.change == JournalEntry::Change::Deny ? QStringLiteral("deny")
                                                                            : QStringLiteral("allow") },
                               { QString(nameOf(entry.what)), entry.key },
                               { QStringLiteral("until"), qint64(entry.until) } };
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return checksumOf(json) + ' ' + json;
}

std::optional<JournalEntry> Journal::parse(QByteArrayView line)
{
    if (line.size() < kChecksum + 2 || line[kChecksum] != ' ')
        return std::nullopt;
    const QByteArrayView json = line.sliced(kChecksum + 1);
    if (checksumOf(json) != line.first(kChecksum))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    const QString change = object.value(QLatin1String("change")).toString();
    const QJsonValue until = object.value(QLatin1String("until"));
    const auto *what
        = std::find_if(kAll.begin(), kAll.end(), [&](What each) { return object.value(nameOf(each)).isString(); });
    if ((change != u"deny" && change != u"allow") || what == kAll.end() || !until.isDouble())
        return std::nullopt;
    return JournalEntry { change == u"deny" ? JournalEntry::Change::Deny : JournalEntry::Change::Allow,
                          object.value(nameOf(*what)).toString(), std::int64_t(until.toInteger()), *what };
}

Journal::Opened Journal::open(const QString &directory)
{
    m_directory = directory;
    if (!QDir().exists(directory)) {
        if (!QDir().mkpath(directory) || ::chmod(QFile::encodeName(directory).constData(), 0700) != 0)
            return { {}, problem(directory, QStringLiteral("cannot be made: ") + systemError()) };
    }
    m_lock = loop::Descriptor(
        ::open(pathOf(directory, kLockName).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kFileMode));
    if (!m_lock.isOpen())
        return { {}, problem(directory, QStringLiteral("cannot be written to: ") + systemError()) };
    if (::flock(m_lock.get(), LOCK_EX | LOCK_NB) != 0)
        return { {}, problem(directory, QStringLiteral("belongs to another relayd that is running")) };
    m_file = loop::Descriptor(
        ::open(pathOf(directory, kName).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, kFileMode));
    if (!m_file.isOpen() || !syncDirectory())
        return { {}, problem(directory, QStringLiteral("cannot be written to: ") + systemError()) };
    QFile file;
    if (!file.open(m_file.get(), QIODevice::ReadOnly, QFileDevice::DontCloseHandle))
        return { {}, problem(directory, QStringLiteral("cannot be read: ") + file.errorString()) };
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) // half a list must not be taken for all of it, and replace it
        return { {}, problem(directory, QStringLiteral("cannot be read: ") + file.errorString()) };
    Opened opened;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.isEmpty())
            continue;
        ++m_lines;
        if (auto entry = parse(line))
            opened.entries.push_back(*std::move(entry));
        else
            ++opened.tornLines;
    }
    return opened;
}

bool Journal::append(const JournalEntry &entry)
{
    ++m_lines;
    // A line that was only begun is ended by the next one's newline, so each begins with one.
    return m_file.isOpen() && writeAll(m_file.get(), '\n' + format(entry) + '\n') && ::fdatasync(m_file.get()) == 0;
}

bool Journal::rewrite(const std::vector<DeniedTarget> &denied)
{
    QByteArray bytes;
    for (const auto &[target, until] : denied)
        bytes += format({ JournalEntry::Change::Deny, target.key, until, target.what }) + '\n';
    const QByteArray newPath = pathOf(m_directory, kNewName);
    loop::Descriptor file(
        ::open(newPath.constData(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, kFileMode));
    if (!file.isOpen() || !writeAll(file.get(), bytes) || ::fsync(file.get()) != 0)
        return false;
    if (::rename(newPath.constData(), pathOf(m_directory, kName).constData()) != 0)
        return false;
    m_file = std::move(file);
    m_lines = denied.size();
    return syncDirectory();
}

bool Journal::syncDirectory() const
{
    const loop::Descriptor directory(
        ::open(QFile::encodeName(m_directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.get()) == 0;
}

} // namespace relay::access
