// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/shellcommand.h"

#include "client/app/console.h"
#include "client/app/signals.h"
#include "client/shell/shellclient.h"
#include "client/shell/shellhost.h"
#include "common/config/load.h"
#include "common/format/escape.h"

#include <QCoreApplication>

#include <csignal>

namespace relay::client {

namespace {

QString helpText()
{
    return QStringLiteral(
        "Usage: relay shell host|client [OPTIONS]\n\n"
        "ssh, and any other TCP connection, to a machine behind a firewall: both ends meet at a relay.\n\n"
        "  host    runs beside the sshd and lets clients reach it\n"
        "  client  runs beside ssh, or as its ProxyCommand\n\n"
        "'relay shell host --help' and 'relay shell client --help' tell more.\n"
        "Example: relay shell client --help\n");
}

template<typename Program>
int run(shell::Side side, const QStringList &words)
{
    auto read = shell::readShellOptions(side, words, QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    std::signal(SIGPIPE, SIG_IGN); // a program may go away while it is written to: that is an end
    const bool isOnStdio = std::get<shell::ShellOptions>(read).isStdio;
    const Signals signals(isOnStdio); // ssh hangs up before its last words have gone out
    Program program(std::get<shell::ShellOptions>(std::move(read)));
    QObject::connect(&signals, &Signals::asked, &program, &Program::stop);
    if constexpr (requires { &Program::hangUp; })
        QObject::connect(&signals, &Signals::hungUp, &program, &Program::hangUp);
    QObject::connect(&program, &Program::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&program, &Program::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runShell(const QStringList &words)
{
    const QString which = words.value(0);
    if (which == QLatin1String("host"))
        return run<shell::ShellHost>(shell::Side::Host, words.mid(1));
    if (which == QLatin1String("client"))
        return run<shell::ShellClient>(shell::Side::Client, words.mid(1));
    if (which == QLatin1String("--help") || which == QLatin1String("-h")) {
        console::out(helpText());
        return console::kSuccess;
    }
    console::error(
        which.isEmpty()
            ? QStringLiteral("which side? 'relay shell host' or 'relay shell client'.")
            : QStringLiteral("'relay shell' has no '%1': there are host and client.").arg(format::escaped(which)));
    return console::kUsage;
}

} // namespace relay::client
