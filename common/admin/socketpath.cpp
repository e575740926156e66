// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/socketpath.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace relay::admin {

namespace {

bool isSocket(const QString &path)
{
    struct stat status
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && S_ISSOCK(status.st_mode);
}

QString systemDirectory()
{
    return QStringLiteral("/run/relay");
}

QString stateDirectory(const SocketEnvironment &environment)
{
    return environment.homeDirectory + QStringLiteral("/.local/state/relay");
}

QString inDirectory(const QString &directory)
{
    return directory + QStringLiteral("/admin.sock");
}

} // namespace

SocketEnvironment SocketEnvironment::ofProcess()
{
    return { .overridePath = qEnvironmentVariable("RELAY_ADMIN_SOCKET"),
             .serviceDirectory = qEnvironmentVariable("RUNTIME_DIRECTORY"),
             .runtimeDirectory = qEnvironmentVariable("XDG_RUNTIME_DIR"),
             .homeDirectory = QDir::homePath(),
             .isRoot = ::geteuid() == 0 };
}

QString defaultSocketPath(const SocketEnvironment &environment)
{
    if (!environment.overridePath.isEmpty())
        return environment.overridePath;
    // systemd gives a list separated by colons when the unit names several; the first is the relay's.
    if (!environment.serviceDirectory.isEmpty())
        return inDirectory(environment.serviceDirectory.section(QLatin1Char(':'), 0, 0));
    if (!environment.runtimeDirectory.isEmpty())
        return inDirectory(environment.runtimeDirectory + QStringLiteral("/relay"));
    return inDirectory(environment.isRoot ? systemDirectory() : stateDirectory(environment));
}

QStringList socketCandidates(const SocketEnvironment &environment)
{
    if (!environment.overridePath.isEmpty())
        return { environment.overridePath };
    QStringList found;
    if (!environment.runtimeDirectory.isEmpty())
        found << inDirectory(environment.runtimeDirectory + QStringLiteral("/relay"));
    if (!environment.isRoot)
        found << inDirectory(stateDirectory(environment));
    found << inDirectory(systemDirectory());
    return found;
}

QStringList findSockets(const SocketEnvironment &environment)
{
    QStringList found;
    for (const QString &candidate : socketCandidates(environment)) {
        if (isSocket(candidate))
            found << candidate;
        if (!environment.overridePath.isEmpty())
            continue;
        const QDir directory(QFileInfo(candidate).absolutePath());
        const QStringList others = directory.entryList({ QStringLiteral("admin-*.sock") }, QDir::System, QDir::Name);
        for (const QString &name : others) {
            if (isSocket(directory.filePath(name)))
                found << directory.filePath(name);
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace relay::admin
