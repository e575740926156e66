// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/servicemanager.h"

#include "server/loop/descriptor.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstddef>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace relay;
using namespace relay::app;
using namespace std::chrono_literals;

namespace {

//! The other end: what systemd listens on.
class Listener
{
public:
    explicit Listener(const QByteArray &name)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), address.sun_path);
        if (name.startsWith('@'))
            address.sun_path[0] = '\0';
        const socklen_t length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()));
        if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), length) != 0)
            qFatal("cannot listen");
    }

    QByteArray take()
    {
        std::array<char, 1024> buffer {};
        const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        return size < 0 ? QByteArray("nothing") : QByteArray(buffer.data(), qsizetype(size));
    }

private:
    loop::Descriptor m_socket;
};

ServiceManager managerWith(const QList<QPair<const char *, QByteArray>> &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return ServiceManager(environment);
}

} // namespace

class ServiceManagerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachWordIsOneDatagram()
    {
        const QByteArray path = m_dir.filePath(QStringLiteral("notify")).toLocal8Bit();
        Listener listener(path);
        const ServiceManager manager = managerWith({ { "NOTIFY_SOCKET", path } });
        manager.tellReady("secured");
        QCOMPARE(listener.take(), QByteArray("READY=1\nSTATUS=secured"));
        manager.tellReloading();
        QVERIFY(listener.take().startsWith("RELOADING=1\nMONOTONIC_USEC="));
        manager.tellAlive();
        QCOMPARE(listener.take(), QByteArray("WATCHDOG=1"));
        manager.tellStopping();
        QCOMPARE(listener.take(), QByteArray("STOPPING=1"));
        QCOMPARE(listener.take(), QByteArray("nothing"));
    }

    void anAbstractSocketWillDo()
    {
        const QByteArray name = "@relay-test-" + QByteArray::number(::getpid());
        Listener listener(name);
        managerWith({ { "NOTIFY_SOCKET", name } }).tellStopping();
        QCOMPARE(listener.take(), QByteArray("STOPPING=1"));
    }

    void whereNobodyListensNothingIsTold()
    {
        managerWith({}).tellStopping();
        managerWith({ { "NOTIFY_SOCKET", QByteArray(200, 'x') } }).tellStopping();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be told.*STOPPING.*No such file")));
        managerWith({ { "NOTIFY_SOCKET", "/nonexistent/notify" } }).tellStopping();
    }

    void theWatchdogIsOursOnlyWithOurNumber()
    {
        QVERIFY(!managerWith({}).watchdogPeriod());
        QVERIFY(!managerWith({ { "WATCHDOG_USEC", "soon" } }).watchdogPeriod());
        QCOMPARE(managerWith({ { "WATCHDOG_USEC", "20000000" } }).watchdogPeriod(), std::optional(20'000ms));
        const QByteArray own = QByteArray::number(::getpid());
        QVERIFY(managerWith({ { "WATCHDOG_USEC", "20000000" }, { "WATCHDOG_PID", own } }).watchdogPeriod());
        QVERIFY(!managerWith({ { "WATCHDOG_USEC", "20000000" }, { "WATCHDOG_PID", "1" } }).watchdogPeriod());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(ServiceManagerTest)
#include "tst_servicemanager.moc"
