// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/accessoptions.h"

#include "server/app/secrets.h"

#include <QDir>

#include <unistd.h>

namespace relay::app {

namespace {

constexpr int kHandshakesPerSecond = 500; // of secured mode, unless said otherwise
constexpr std::int64_t kLeastStatsMs = 1000;

access::Limits limitsOf(const config::Settings &settings)
{
    return { .connectionsPerAddress = int(settings.integer(u"connections-per-address")),
             .connectionsPerBooking = int(settings.integer(u"connections-per-booking")),
             .sessionsPerToken = int(settings.integer(u"max-sessions-per-token")),
             .codesPerBooking = int(settings.integer(u"codes-per-booking")),
             .failuresPerMinute = int(settings.integer(u"failures-per-minute")) };
}

QString stateDirectoryOf(const config::Settings &settings, const QProcessEnvironment &environment)
{
    QString directory = settings.text(u"state-dir");
    if (directory.isEmpty()) // of systemd, which may name several
        directory = environment.value(QStringLiteral("STATE_DIRECTORY")).section(u':', 0, 0);
    if (directory.isEmpty())
        directory = geteuid() == 0 ? QStringLiteral("/var/lib/relay")
                                   : QString(QDir::homePath() + QStringLiteral("/.local/state/relay"));
    return QDir(directory).absolutePath();
}

std::vector<token::Algorithm> algorithmsOf(const config::Settings &settings)
{
    std::vector<token::Algorithm> algorithms;
    const QStringList names = settings.list(u"token-algorithms");
    for (const QString &name : names)
        algorithms.push_back(*token::algorithmOf(name));
    return algorithms;
}

QStringList warningsOf(const config::Settings &settings)
{
    QStringList warnings;
    for (const char16_t *name : { u"profile", u"port-profile" }) {
        if (settings.isSet(name))
            warnings << QStringLiteral("%1 has no meaning any more: there is no profiler to reach")
                            .arg(QString::fromUtf16(name));
    }
    return warnings;
}

QStringList noticesOf(const config::Settings &settings)
{
    if (!settings.isSet(u"buffer-size"))
        return {};
    return { QStringLiteral("buffer-size has no meaning any more: queue-bytes and queue-age rule what may wait") };
}

//! Without slashes at the end, since a path is put behind it.
QByteArray targetOf(const config::Settings &settings, QStringView option)
{
    QByteArray target = settings.text(option).toUtf8();
    while (target.endsWith('/'))
        target.chop(1);
    return target;
}

//! Those of the relay of shells: its own, and where it has none, the relay's.
access::Credentials shellCredentials(const config::Settings &settings, std::vector<QByteArray> own,
                                     const access::Credentials &relays)
{
    access::Credentials credentials = relays;
    credentials.allowsNoBooking = true; // these tokens have never had one
    if (!own.empty())
        credentials.acceptance.secrets = std::move(own);
    if (settings.isSet(u"shell-audience"))
        credentials.audience = settings.text(u"shell-audience");
    if (settings.isSet(u"shell-url"))
        credentials.target = targetOf(settings, u"shell-url");
    return credentials;
}

config::Exit unset(const char *variable)
{
    return { 1, QStringLiteral("You must set %1\n").arg(QLatin1String(variable)), true };
}

} // namespace

std::variant<AccessOptions, config::Exit> readAccess(const config::Settings &settings,
                                                     const QProcessEnvironment &environment)
{
    AccessOptions options;
    options.warnings = warningsOf(settings);
    options.notices = noticesOf(settings);
    options.limits = limitsOf(settings);
    options.undecidedPerAddress = int(settings.integer(u"undecided-per-address"));
    const QStringList networks = settings.list(u"trusted-proxy");
    for (const QString &network : networks)
        options.trustedProxies.push_back(*front::parseNetwork(network));
    options.statsEveryMs = std::max<qint64>(settings.milliseconds(u"stats-every").count(), kLeastStatsMs);
    options.tidyEveryMs = settings.milliseconds(u"tidy-every").count();
    options.stateDirectory = stateDirectoryOf(settings, environment);
    options.isStateDirectoryNamed
        = !settings.text(u"state-dir").isEmpty() || !environment.value(QStringLiteral("STATE_DIRECTORY")).isEmpty();
    options.hasOpenTopics = settings.isOn(u"open-topics");
    options.hasCors = settings.isOn(u"cors");

    Secrets secrets = readSecrets(settings, environment);
    Secrets ofShells = readShellSecrets(settings, environment);
    for (const Secrets &each : { secrets, ofShells }) {
        if (!each.error.isEmpty())
            return config::Exit { 1, QStringLiteral("relayd: ") + each.error + u'\n', true };
        options.warnings += each.warnings;
    }
    options.shellWaitMs = settings.milliseconds(u"shell-wait").count();
    // With a secret for shells alone nobody opens a session; a relay that were open beside it would be a trap.
    options.isForShellsOnly = secrets.secrets.empty() && !ofShells.secrets.empty();
    options.isSecured = !secrets.secrets.empty() || options.isForShellsOnly;
    options.limits.sparesLoopback = !options.isSecured;
    options.handshakesPerSecond = int(settings.integer(u"handshake-rate"));
    if (options.isSecured && !settings.isSet(u"handshake-rate"))
        options.handshakesPerSecond = kHandshakesPerSecond;
    if (!options.isSecured)
        return options;
    if (!options.isForShellsOnly && settings.text(u"audience").isEmpty())
        return unset("RELAY_AUDIENCE");
    if (options.isForShellsOnly && settings.text(u"shell-audience").isEmpty())
        return unset("JUMP_RELAY_AUDIENCE");
    options.credentials
        = { .acceptance = { .secrets = std::move(secrets.secrets),
                            .algorithms = algorithmsOf(settings),
                            .leewaySeconds = settings.duration(u"token-leeway") / std::chrono::seconds(1) },
            .audience = settings.text(u"audience"),
            .target = targetOf(settings, u"url"),
            .allowsNoBooking = settings.isOn(u"allow-no-booking-id") };
    options.shellCredentials = shellCredentials(settings, std::move(ofShells.secrets), options.credentials);
    return options;
}

} // namespace relay::app
