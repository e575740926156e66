// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.h"
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/connect/sshtransport.h"
#include "gui/theme/style.h"
#include "tests/e2e/dashboard/peer.h"
#include "tests/e2e/dashboard/screenshot.h"
#include "tests/support/relaydprocess.h"
#include "tests/support/sshserver.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <chrono>
#include <csignal>
#include <memory>
#include <pwd.h>
#include <unistd.h>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

namespace {

QString loginUser()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry == nullptr ? QString() : QString::fromLocal8Bit(entry->pw_name);
}

QStringList ownDirectories()
{
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir(own.isEmpty() ? QStringLiteral("/tmp") : own)
        .entryList({ QStringLiteral("relay-ssh-*") }, QDir::Dirs | QDir::NoDotAndDotDot);
}

} // namespace

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 10'000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 10'000 * slowness())

//! A relayd that is reached through a real ssh server, as from another computer.
class TestDashboardSsh : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void theWindowShowsARelayBehindSsh();
    void theRelayKnowsWhoLoggedIn();
    void outlivesTheRelayAndSsh();
    void leavesNothingBehind();
    void saysWhyItCannotGetThere_data();
    void saysWhyItCannotGetThere();

private:
    [[nodiscard]] Place place() const;
    void connectClient(const Place &where, const QString &program);

    Theme m_theme;
    support::SshServer m_ssh;
    support::RelaydProcess m_relayd;
    QTemporaryDir m_directory;
    SshTransport *m_transport = nullptr;
    std::unique_ptr<client::AdminClient> m_client;
};

void TestDashboardSsh::initTestCase()
{
    QApplication::setStyle(new Style(m_theme));
    const QString problem = m_ssh.start(10s * slowness());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY2(m_relayd.start(10s * slowness()), qPrintable(m_relayd.log()));
}

void TestDashboardSsh::cleanupTestCase()
{
    m_client.reset();
    m_relayd.stop(10s * slowness());
    m_ssh.stop();
}

void TestDashboardSsh::cleanup()
{
    m_client.reset();
    m_ssh.knowHost();
    m_ssh.useRightKey();
}

Place TestDashboardSsh::place() const
{
    Place place;
    place.host = QStringLiteral("127.0.0.1");
    place.user = loginUser();
    place.port = m_ssh.port();
    place.socketPath = m_relayd.adminSocket();
    return place;
}

void TestDashboardSsh::connectClient(const Place &where, const QString &program)
{
    auto transport = std::make_unique<SshTransport>(where, program);
    m_transport = transport.get();
    m_client = std::make_unique<client::AdminClient>(std::move(transport), client::ClientTiming {});
    m_client->connectToServer(where.name(), true);
}

void TestDashboardSsh::theWindowShowsARelayBehindSsh()
{
    // The window starts the ssh that is on the path.
    const QByteArray path = qgetenv("PATH");
    const QByteArray withOurs = QFileInfo(m_ssh.client()).path().toLocal8Bit() + ':' + path;
    QFile::remove(m_ssh.client());
    m_ssh.useRightKey();
    QFile wrapper(m_ssh.client());
    QVERIFY(wrapper.open(QIODevice::ReadOnly));
    const QByteArray script = wrapper.readAll().replace("exec ssh", "exec /usr/bin/ssh");
    wrapper.close();
    QVERIFY(wrapper.open(QIODevice::WriteOnly | QIODevice::Truncate));
    wrapper.write(script);
    wrapper.close();
    qputenv("PATH", withOurs);
    Memory memory(m_directory.filePath(QStringLiteral("memory.ini")));
    Language language;
    language.apply(QStringLiteral("en"));
    Relay local({});
    {
        MainWindow window({ local.client(), local.mirror(), m_theme, memory, language,
                            [] { return QDateTime::currentMSecsSinceEpoch(); } });
        window.show();
        window.openPlace(place());
        QCOMPARE(window.count(), 2);
        TRY_VERIFY(window.link().isLive());
        qputenv("PATH", path);
        QCOMPARE(window.link().relayName, QStringLiteral("127.0.0.1"));
        // And what is behind it comes through.
        Peer reader(m_relayd.port(), QStringLiteral("/out/demo"));
        QVERIFY(reader.waitForOpen());
        TRY_COMPARE(window.data().connections().rowCount(), 1);
        QCOMPARE(window.data().connections().rows().first().connection.address, reader.address());
        TRY_VERIFY(window.link().detail.contains(QStringLiteral("ssh"))); // not "nothing here yet"
        QVERIFY(window.actions().showSsh.isVisible());
        keepScreenshot(window, QStringLiteral("behind-ssh"));
        window.openPlace(place()); // there is a tab of it
        QCOMPARE(window.count(), 2);
        window.close();
    }
    QCOMPARE(memory.openPlaces(), QVector<Place>({ Place {}, place() })); // and is opened again at the next start
}

void TestDashboardSsh::theRelayKnowsWhoLoggedIn()
{
    connectClient(place(), m_ssh.client());
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    QCOMPARE(m_client->hello().user, loginUser());
    const QStringList directories = ownDirectories();
    QVERIFY(!directories.isEmpty());
    bool isOurs = false;
    for (const QString &name : directories) {
        const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
        const QFileInfo directory((own.isEmpty() ? QStringLiteral("/tmp/") : own + QLatin1Char('/')) + name);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        isOurs = isOurs || QFileInfo::exists(directory.filePath() + QStringLiteral("/s"));
        QVERIFY(!(directory.permissions() & others)); // nobody else gets to the socket
    }
    QVERIFY(isOurs);
}

void TestDashboardSsh::outlivesTheRelayAndSsh()
{
    connectClient(place(), m_ssh.client());
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    m_relayd.sendSignal(SIGKILL);
    m_relayd.stop(10s * slowness());
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Lost);
    TRY_VERIFY(m_client->lastError().contains(QStringLiteral("cannot be opened"))); // at the next try
    QVERIFY2(m_relayd.start(10s * slowness()), qPrintable(m_relayd.log()));
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    const qint64 first = m_transport->processId();
    ::kill(pid_t(first), SIGKILL);
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Lost);
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    QVERIFY(m_transport->processId() != first);
}

void TestDashboardSsh::leavesNothingBehind()
{
    const QStringList before = ownDirectories();
    connectClient(place(), m_ssh.client());
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Open);
    QVERIFY(ownDirectories().size() > before.size());
    const pid_t ssh = pid_t(m_transport->processId());
    QVERIFY(ssh > 0 && ::kill(ssh, 0) == 0);
    m_client.reset();
    QCOMPARE(ownDirectories(), before);
    TRY_VERIFY(::kill(ssh, 0) != 0);
}

void TestDashboardSsh::saysWhyItCannotGetThere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such host") << QStringLiteral("host") << QStringLiteral("There is no host no-such-host.invalid");
    QTest::newRow("nothing at the port") << QStringLiteral("port") << QStringLiteral("takes no ssh connections");
    QTest::newRow("key refused") << QStringLiteral("key") << QStringLiteral("took none of your keys");
    QTest::newRow("host key unknown") << QStringLiteral("unknown") << QStringLiteral("does not know the host key");
    QTest::newRow("host key changed") << QStringLiteral("changed") << QStringLiteral("shows another host key");
    QTest::newRow("no socket there") << QStringLiteral("socket")
                                     << QStringLiteral("/nowhere/admin.sock cannot be opened");
    QTest::newRow("no ssh here") << QStringLiteral("program") << QStringLiteral("Install openssh-client");
    QTest::newRow("a host that is an option") << QStringLiteral("option") << QStringLiteral("must be a name");
}

void TestDashboardSsh::saysWhyItCannotGetThere()
{
    QFETCH(const QString, what);
    QFETCH(const QString, words);
    Place where = place();
    QString program = m_ssh.client();
    if (what == QLatin1String("host"))
        where.host = QStringLiteral("no-such-host.invalid");
    else if (what == QLatin1String("port"))
        where.port = 1;
    else if (what == QLatin1String("key"))
        m_ssh.useOtherKey();
    else if (what == QLatin1String("unknown"))
        m_ssh.forgetHost();
    else if (what == QLatin1String("changed"))
        m_ssh.changeHost();
    else if (what == QLatin1String("socket"))
        where.socketPath = QStringLiteral("/nowhere/admin.sock");
    else if (what == QLatin1String("program"))
        program = QStringLiteral("/nowhere/ssh");
    else
        where.host = QStringLiteral("-oProxyCommand=true");
    connectClient(where, program);
    TRY_COMPARE(m_client->state(), client::AdminClient::State::Lost);
    QVERIFY2(m_client->lastError().contains(words), qPrintable(m_client->lastError() + m_transport->said()));
    if (what != QLatin1String("option"))
        QVERIFY(!m_transport->said().isEmpty()); // in ssh's own words
    QVERIFY(m_client->nextTryIn() > 0ms);        // and goes on trying
}

QTEST_MAIN(TestDashboardSsh)
#include "tst_dashboard_ssh.moc"
