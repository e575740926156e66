// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connect/sshtransport.h"

#include "gui/connect/sshcommand.h"
#include "gui/connect/sshwords.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

#include <chrono>
#include <utility>

namespace relay::gui {

using namespace std::chrono_literals;

namespace {

constexpr auto kLookEvery = 25ms;
constexpr auto kPatience = 30s;
constexpr auto kLastWords = 300ms; // ssh writes why a socket was refused about when it closes ours
constexpr qsizetype kLongestSaid = 8 * 1024;

//! In a place that is short: the path of a socket has 107 bytes.
QString directoryTemplate()
{
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    constexpr qsizetype kShortEnough = 70;
    return (own.isEmpty() || own.size() > kShortEnough ? QStringLiteral("/tmp") : own)
        + QStringLiteral("/relay-ssh-XXXXXX");
}

} // namespace

SshTransport::SshTransport(const Place &place, const QString &program, QObject *parent)
    : Transport(parent)
    , m_place(place)
    , m_program(program)
    , m_local(this)
{
    m_looking.setInterval(kLookEvery);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_looking, &QTimer::timeout, this, &SshTransport::look);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        killSsh();
        //: ssh; host
        reportEnd(tr("ssh did not get through to %1 within 30 seconds.").arg(m_place.host));
    });
    connect(&m_local, &Transport::opened, this, &Transport::opened);
    connect(&m_local, &Transport::received, this, [this](const QByteArray &bytes) {
        m_hasHeard = true;
        Q_EMIT received(bytes);
    });
    connect(&m_local, &Transport::closed, this, &SshTransport::localClosed);
}

SshTransport::~SshTransport()
{
    m_local.disconnect(this);
    killSsh();
}

void SshTransport::open(const QString &)
{
    m_isActive = true;
    m_hasHeard = false;
    QMetaObject::invokeMethod(this, &SshTransport::start, Qt::QueuedConnection); // nothing is told from inside open()
}

void SshTransport::start()
{
    if (!m_isActive || m_isTalking || m_looking.isActive())
        return;
    m_saidSinceStart.clear();
    if (m_ssh == nullptr)
        startSsh();
    if (!m_isActive)
        return;
    m_looking.start();
    m_patience.start();
    look();
}

void SshTransport::startSsh()
{
    const QString problem = m_place.problem();
    if (!problem.isEmpty()) {
        reportEnd(problem);
        return;
    }
    m_directory = std::make_unique<QTemporaryDir>(directoryTemplate());
    if (!m_directory->isValid()) {
        reportEnd(tr("No directory can be made for the socket of ssh: %1.").arg(m_directory->errorString()));
        return;
    }
    m_localSocket = m_directory->filePath(QStringLiteral("s"));
    m_ssh = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its words are read by a program, too
    m_ssh->setProcessEnvironment(environment);
    m_ssh->setStandardInputFile(QProcess::nullDevice());
    m_ssh->setStandardOutputFile(QProcess::nullDevice());
    connect(m_ssh.get(), &QProcess::readyReadStandardError, this, &SshTransport::read);
    connect(m_ssh.get(), &QProcess::finished, this, &SshTransport::sshEnded);
    connect(m_ssh.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            sshEnded();
    });
    m_ssh->start(m_program, sshArguments(m_place, m_localSocket));
}

void SshTransport::killSsh()
{
    m_looking.stop();
    m_patience.stop();
    if (m_ssh) {
        m_ssh->disconnect(this);
        // Waits for nothing: a frozen ssh must not hold up the window. The process outlives the object until it is reaped.
        QProcess *gone = m_ssh.release();
        if (gone->state() == QProcess::NotRunning) {
            gone->deleteLater();
        } else {
            QObject::connect(gone, &QProcess::finished, gone, &QObject::deleteLater);
            gone->kill();
        }
    }
    m_directory.reset();
}

void SshTransport::look()
{
    if (!QFile::exists(m_localSocket))
        return;
    m_looking.stop();
    m_patience.stop();
    m_isTalking = true;
    m_local.open(m_localSocket);
}

void SshTransport::read()
{
    const QString more = QString::fromUtf8(m_ssh->readAllStandardError());
    if (more.isEmpty())
        return;
    m_said = QString(m_said + more).right(kLongestSaid);
    m_saidSinceStart = QString(m_saidSinceStart + more).right(kLongestSaid);
    Q_EMIT saidMore();
}

void SshTransport::sshEnded()
{
    const bool wasFound = m_ssh->error() != QProcess::FailedToStart;
    read();
    if (!wasFound)
        m_said += tr("The program %1 was not found.").arg(m_program) + QLatin1Char('\n');
    m_local.abort();
    m_isTalking = false;
    const QString said = m_saidSinceStart;
    killSsh();
    reportEnd(wasFound ? sshFailure(m_place, said)
                       : tr("The program %1 was not found. Install openssh-client.").arg(m_program));
}

void SshTransport::localClosed(Failure failure, const QString &detail)
{
    m_isTalking = false;
    if (m_hasHeard || failure != Failure::None) {
        if (failure != Failure::None) // the socket of ssh itself fails: only a new ssh helps
            killSsh();
        const bool hasGone = m_isActive && std::exchange(m_isActive, false);
        if (hasGone)
            Q_EMIT closed(failure == Failure::None ? Failure::None : Failure::Other, detail);
        return;
    }
    QTimer::singleShot(kLastWords, this, [this] {
        if (m_ssh)
            read();
        reportEnd(sshFailure(m_place, m_saidSinceStart));
    });
}

void SshTransport::reportEnd(const QString &why)
{
    m_looking.stop();
    m_patience.stop();
    if (std::exchange(m_isActive, false))
        Q_EMIT closed(Failure::Told, why);
}

void SshTransport::send(const QByteArray &bytes)
{
    m_local.send(bytes);
}

void SshTransport::abort()
{
    const bool wasActive = std::exchange(m_isActive, false);
    m_local.abort();
    m_isTalking = false;
    // We gave up on it, not it on us: it hangs, or nobody wants it any more.
    if (wasActive)
        killSsh();
}

} // namespace relay::gui
