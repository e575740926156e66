// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/metrics.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace relay::stats {

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Of the machine, s since the epoch.
double bootTime()
{
    const QByteArrayList lines = contentOf("/proc/stat").split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("btime "))
            return line.mid(6).toDouble();
    }
    return 0;
}

} // namespace

// proc(5), /proc/self/stat: fields are counted behind the name, which may hold blanks.
ProcessFigures processFigures()
{
    constexpr int kUserTime = 11, kSystemTime = 12, kStartTime = 19, kResidentPages = 21;
    const QByteArray stat = contentOf("/proc/self/stat");
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = double(sysconf(_SC_CLK_TCK));
    ProcessFigures figures;
    figures.cpuSeconds = (fields.value(kUserTime).toDouble() + fields.value(kSystemTime).toDouble()) / ticks;
    figures.residentBytes = fields.value(kResidentPages).toULongLong() * std::uint64_t(sysconf(_SC_PAGESIZE));
    figures.startedAt = bootTime() + fields.value(kStartTime).toDouble() / ticks;
    figures.openDescriptors = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
    return figures;
}

} // namespace relay::stats
