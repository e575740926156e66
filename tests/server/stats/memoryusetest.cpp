// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/memoryuse.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace relay::stats;

namespace {

//! Files of the kernel as a machine or a container has them.
struct Kernel
{
    void write(const QString &path, const QByteArray &text) const
    {
        const QString whole = directory.filePath(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void limit(const QString &group, const QByteArray &bytes) const
    {
        write(QStringLiteral("sys/fs/cgroup/") + group + QStringLiteral("/memory.max"), bytes + '\n');
    }
    [[nodiscard]] std::uint64_t read() const { return memoryLimit(directory.path().toStdString()); }

    QTemporaryDir directory;
};

} // namespace

class MemoryUseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutGroupsItIsTheMachine()
    {
        const Kernel kernel;
        QVERIFY(kernel.read() > 1000 * 1000);
        QVERIFY(residentBytes() > 1000 * 1000);
    }

    void theSmallestOfTheGroupsAboveCounts()
    {
        const Kernel kernel;
        kernel.write(QStringLiteral("proc/self/cgroup"), "1:name=systemd:/old\n0::/system.slice/relayd.service\n");
        kernel.limit(QStringLiteral("system.slice/relayd.service"), "max");
        QCOMPARE(kernel.read(), Kernel().read());
        kernel.limit(QStringLiteral("system.slice"), "50000");
        QCOMPARE(kernel.read(), std::uint64_t(50'000));
        kernel.limit(QStringLiteral("system.slice/relayd.service"), "4000");
        QCOMPARE(kernel.read(), std::uint64_t(4000));
    }

    // In a container the group that limits it is the root of what is seen there.
    void aContainersLimitIsThatOfTheRoot()
    {
        const Kernel kernel;
        kernel.limit(QStringLiteral("."), "3000");
        kernel.write(QStringLiteral("proc/self/cgroup"), "0::/\n");
        QCOMPARE(kernel.read(), std::uint64_t(3000));
        kernel.write(QStringLiteral("proc/self/cgroup"), "0::/docker/0123456789abcdef\n"); // as seen from outside
        QCOMPARE(kernel.read(), std::uint64_t(3000));
    }
};

QTEST_APPLESS_MAIN(MemoryUseTest)
#include "memoryusetest.moc"
