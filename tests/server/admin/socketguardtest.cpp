// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/socketguard.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using relay::admin::SocketGuard;

namespace {

QString problemOf(const QString &path)
{
    const auto claimed = SocketGuard::claim(path);
    return std::holds_alternative<QString>(claimed) ? std::get<QString>(claimed) : QString();
}

int bindSocket(const QString &path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(descriptor, 5) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

mode_t modeOf(const QString &path)
{
    struct stat status
    {
    };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class SocketGuardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesAPrivateDirectory();
    void secondClaimNamesTheOwner();
    void removesALeftoverSocket();
    void leavesAFileOfAnotherKind();
    void refusesADirectoryThatOthersMayWriteTo_data();
    void refusesADirectoryThatOthersMayWriteTo();
    void acceptsAStickyDirectory();
    void refusesPathsThatCannotBe();
    void doesNotFollowASymlinkAsLock();
    void adoptsWithMode0660();
    void letsEverybodyThroughWhenRolesWereGiven();
    void warnsWhereOthersCannotGetThrough();
    void removesItsSocketAtTheEnd();
    void leavesTheSocketOfAnother();

private:
    QString path(const char *name = "admin.sock") const { return m_directory->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<QTemporaryDir> m_directory;
    std::vector<int> m_descriptors;
};

void SocketGuardTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void SocketGuardTest::cleanup()
{
    for (const int descriptor : std::exchange(m_descriptors, {}))
        ::close(descriptor);
    m_directory.reset();
}

void SocketGuardTest::makesAPrivateDirectory()
{
    const QString deep = m_directory->filePath(QStringLiteral("a/b/admin.sock"));
    QCOMPARE(problemOf(deep), QString());
    QCOMPARE(modeOf(m_directory->filePath(QStringLiteral("a/b"))) & 07, 0u);
}

void SocketGuardTest::secondClaimNamesTheOwner()
{
    const auto first = SocketGuard::claim(path());
    QVERIFY(std::holds_alternative<std::unique_ptr<SocketGuard>>(first));
    const QString problem = problemOf(path());
    QVERIFY2(problem.contains(QStringLiteral("another relayd (pid %1) owns %2").arg(::getpid()).arg(path())),
             qPrintable(problem));
    QCOMPARE(problemOf(path("admin-two.sock")), QString());
}

void SocketGuardTest::removesALeftoverSocket()
{
    const int descriptor = bindSocket(path());
    QVERIFY(descriptor >= 0);
    ::close(descriptor);
    QVERIFY(QFile::exists(path()));
    QCOMPARE(problemOf(path()), QString());
    QVERIFY(!QFile::exists(path()));
}

void SocketGuardTest::leavesAFileOfAnotherKind()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(problemOf(path()).contains(QLatin1String("another kind")));
    QVERIFY(QFile::exists(path()));
}

void SocketGuardTest::refusesADirectoryThatOthersMayWriteTo_data()
{
    QTest::addColumn<uint>("mode");
    QTest::newRow("group") << 0770u;
    QTest::newRow("everybody") << 0777u;
    QTest::newRow("others") << 0702u;
}

void SocketGuardTest::refusesADirectoryThatOthersMayWriteTo()
{
    QFETCH(uint, mode);
    QVERIFY(::chmod(QFile::encodeName(m_directory->path()).constData(), mode) == 0);
    QVERIFY(problemOf(path()).contains(QLatin1String("others may write")));
    QVERIFY(!QFile::exists(path("admin.lock")));
}

void SocketGuardTest::acceptsAStickyDirectory()
{
    QVERIFY(::chmod(QFile::encodeName(m_directory->path()).constData(), 01777) == 0);
    QCOMPARE(problemOf(path()), QString());
}

void SocketGuardTest::refusesPathsThatCannotBe()
{
    QVERIFY(problemOf(QStringLiteral("admin.sock")).contains(QLatin1String("absolute")));
    const QString tooLong = path(QByteArray(120, 'x').constData());
    QVERIFY(problemOf(tooLong).contains(QLatin1String("107")));
}

void SocketGuardTest::doesNotFollowASymlinkAsLock()
{
    QVERIFY(QFile::link(path("elsewhere"), path("admin.lock")));
    QVERIFY(!problemOf(path()).isEmpty());
    QVERIFY(!QFile::exists(path("elsewhere")));
}

void SocketGuardTest::adoptsWithMode0660()
{
    const auto guard = std::move(std::get<std::unique_ptr<SocketGuard>>(SocketGuard::claim(path())));
    m_descriptors.push_back(bindSocket(guard->stagingPath()));
    QCOMPARE(guard->adopt(), QString());
    QCOMPARE(modeOf(path()), 0660u);
    QVERIFY(!QFile::exists(guard->stagingPath()));
}

void SocketGuardTest::letsEverybodyThroughWhenRolesWereGiven()
{
    const QString deep = m_directory->filePath(QStringLiteral("a/b/admin.sock"));
    auto claimed = SocketGuard::claim(deep, SocketGuard::Reach::Everybody);
    const auto guard = std::move(std::get<std::unique_ptr<SocketGuard>>(claimed));
    QCOMPARE(modeOf(m_directory->filePath(QStringLiteral("a/b"))) & 077, 011u);
    m_descriptors.push_back(bindSocket(guard->stagingPath()));
    QCOMPARE(guard->adopt(), QString());
    QCOMPARE(modeOf(deep), 0666u);
}

void SocketGuardTest::warnsWhereOthersCannotGetThrough()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("chmod o\\+x")));
    const auto claimed = SocketGuard::claim(path(), SocketGuard::Reach::Everybody); // QTemporaryDir is private
    QVERIFY(std::holds_alternative<std::unique_ptr<SocketGuard>>(claimed));
}

void SocketGuardTest::removesItsSocketAtTheEnd()
{
    auto guard = std::move(std::get<std::unique_ptr<SocketGuard>>(SocketGuard::claim(path())));
    m_descriptors.push_back(bindSocket(guard->stagingPath()));
    QCOMPARE(guard->adopt(), QString());
    guard.reset();
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(problemOf(path()), QString()); // and the lock is free
}

void SocketGuardTest::leavesTheSocketOfAnother()
{
    auto guard = std::move(std::get<std::unique_ptr<SocketGuard>>(SocketGuard::claim(path())));
    m_descriptors.push_back(bindSocket(guard->stagingPath()));
    QCOMPARE(guard->adopt(), QString());
    QVERIFY(QFile::remove(path()));
    m_descriptors.push_back(bindSocket(path()));
    guard.reset();
    QVERIFY(QFile::exists(path()));
}

QTEST_GUILESS_MAIN(SocketGuardTest)
#include "socketguardtest.moc"
