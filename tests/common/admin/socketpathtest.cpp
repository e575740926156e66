// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/socketpath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace relay::admin;

namespace {

void makeSocket(const QString &path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    QVERIFY(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    ::close(descriptor); // the file stays
}

SocketEnvironment user()
{
    SocketEnvironment environment;
    environment.runtimeDirectory = QStringLiteral("/run/user/1000");
    environment.homeDirectory = QStringLiteral("/home/ann");
    return environment;
}

} // namespace

class SocketPathTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serverOfAUser();
    void serverWithoutARuntimeDirectory();
    void serviceUsesItsDirectory();
    void theVariableBeatsAll();
    void clientsLookInOrder();
    void findsSocketsOnly();
};

void SocketPathTest::serverOfAUser()
{
    QCOMPARE(defaultSocketPath(user()), QStringLiteral("/run/user/1000/relay/admin.sock"));
}

void SocketPathTest::serverWithoutARuntimeDirectory()
{
    SocketEnvironment environment = user();
    environment.runtimeDirectory.clear();
    QCOMPARE(defaultSocketPath(environment), QStringLiteral("/home/ann/.local/state/relay/admin.sock"));
    environment.isRoot = true;
    QCOMPARE(defaultSocketPath(environment), QStringLiteral("/run/relay/admin.sock"));
}

void SocketPathTest::serviceUsesItsDirectory()
{
    SocketEnvironment environment = user();
    environment.serviceDirectory = QStringLiteral("/run/relay:/run/other");
    QCOMPARE(defaultSocketPath(environment), QStringLiteral("/run/relay/admin.sock"));
}

void SocketPathTest::theVariableBeatsAll()
{
    SocketEnvironment environment = user();
    environment.serviceDirectory = QStringLiteral("/run/relay");
    environment.overridePath = QStringLiteral("/x/y.sock");
    QCOMPARE(defaultSocketPath(environment), QStringLiteral("/x/y.sock"));
    QCOMPARE(socketCandidates(environment), QStringList { QStringLiteral("/x/y.sock") });
}

void SocketPathTest::clientsLookInOrder()
{
    QCOMPARE(socketCandidates(user()),
             (QStringList { QStringLiteral("/run/user/1000/relay/admin.sock"),
                            QStringLiteral("/home/ann/.local/state/relay/admin.sock"),
                            QStringLiteral("/run/relay/admin.sock") }));
    SocketEnvironment root = user();
    root.isRoot = true;
    root.runtimeDirectory.clear();
    QCOMPARE(socketCandidates(root), QStringList { QStringLiteral("/run/relay/admin.sock") });
}

void SocketPathTest::findsSocketsOnly()
{
    const QTemporaryDir home;
    const QTemporaryDir runtime;
    SocketEnvironment environment;
    environment.homeDirectory = home.path();
    environment.runtimeDirectory = runtime.path();
    const auto ours = [&] {
        QStringList found = findSockets(environment);
        found.removeIf([](const QString &path) { return path.startsWith(QLatin1String("/run/relay/")); });
        return found;
    };
    QVERIFY(ours().isEmpty());
    QVERIFY(QDir().mkpath(home.filePath(QStringLiteral(".local/state/relay"))));
    QVERIFY(QDir().mkpath(runtime.filePath(QStringLiteral("relay"))));
    QFile file(runtime.filePath(QStringLiteral("relay/admin.sock")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    makeSocket(home.filePath(QStringLiteral(".local/state/relay/admin.sock")));
    makeSocket(runtime.filePath(QStringLiteral("relay/admin-lab.sock")));
    makeSocket(runtime.filePath(QStringLiteral("relay/other.sock")));
    QCOMPARE(ours(),
             (QStringList { runtime.filePath(QStringLiteral("relay/admin-lab.sock")),
                            home.filePath(QStringLiteral(".local/state/relay/admin.sock")) }));
}

QTEST_GUILESS_MAIN(SocketPathTest)
#include "socketpathtest.moc"
