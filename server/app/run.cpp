// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/run.h"

#include "common/config/completion.h"
#include "common/config/load.h"
#include "server/app/heap.h"
#include "server/app/limits.h"
#include "server/app/optiontable.h"
#include "server/app/server.h"
#include "server/app/servicemanager.h"
#include "server/app/terminator.h"

#include <QCoreApplication>

#include <cstdio>

namespace relay::app {

namespace {

admin::Reloaded reload(Server &server)
{
    server.reopenLog();
    auto read = readOptionsAgain(QCoreApplication::arguments());
    if (const auto *exit = std::get_if<config::Exit>(&read)) {
        const QString why = QStringLiteral("everything stays as it was: ")
            + exit->text.trimmed().replace(u'\n', QStringLiteral("; "));
        qCritical().noquote() << "SIGHUP:" << why;
        return { false, { why } };
    }
    return server.reload(std::get<Options>(read));
}

QByteArray statusOf(const Server &server, const Options &options)
{
    return QByteArray(options.access.isSecured ? "secured, " : "open, ") + "listening on "
        + server.urls().join(u' ').toUtf8();
}

void startWatchdog(QTimer &timer, const ServiceManager &manager, Server &server)
{
    if (!manager.watchdogPeriod())
        return;
    // From this thread through all workers: a loop that hangs keeps the word from being given.
    QObject::connect(&timer, &QTimer::timeout, &server, [&] { server.askWorkers([&manager] { manager.tellAlive(); }); });
    timer.start(*manager.watchdogPeriod() / 2);
}

} // namespace

int run(int argc, char **argv)
{
    // All sockets are in sets of our own; glib's loop would only add its cost to each wake-up.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relayd"));
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"completion") // what the shell offers; for who installs relayd
        return config::runCompletion(QStringLiteral("relayd"), words.mid(2), { { {}, optionTable() } });
    auto read = readOptions(words);
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);

    const auto &options = std::get<Options>(read);
    // Without anything to read again, a terminal that goes away takes its relayd along, as every program.
    giveLargeBuffersBack();
    const bool hasMore = options.tlsListen || options.access.isSecured || options.hasFile || !options.logFile.isEmpty();
    Terminator terminator(hasMore ? Terminator::Hangup::Reloads : Terminator::Hangup::Ends); // before the threads are
    const ServiceManager manager(QProcessEnvironment::systemEnvironment());
    Server server(options, raiseDescriptorLimit());
    const auto end = [&] {
        manager.tellStopping();
        server.stop();
    };
    QObject::connect(&terminator, &Terminator::asked, &server, end);
    QObject::connect(&server, &Server::drained, &server, end);
    const auto reloadAndTell = [&] {
        manager.tellReloading();
        admin::Reloaded reloaded = reload(server);
        manager.tellReady(statusOf(server, options));
        return reloaded;
    };
    server.setReload(reloadAndTell);
    QObject::connect(&terminator, &Terminator::reloadAsked, &server, [&] { (void)reloadAndTell(); });
    QObject::connect(&server, &Server::stopped, &application, &QCoreApplication::quit);
    if (const QString error = server.start(); !error.isEmpty()) {
        std::fprintf(stderr, "relayd: %s\n", qUtf8Printable(error));
        return 1;
    }
    for (const QString &url : server.urls())
        std::printf("listening on %s\n", qUtf8Printable(url));
    std::fflush(stdout);
    manager.tellReady(statusOf(server, options));
    QTimer watchdog;
    startWatchdog(watchdog, manager, server);
    return QCoreApplication::exec();
}

} // namespace relay::app
