// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/hostcommand.h"

#include "client/app/console.h"
#include "client/app/signals.h"
#include "client/host/host.h"
#include "common/config/load.h"

#include <QCoreApplication>

#include <csignal>

namespace relay::client {

int runHost(const QStringList &words)
{
    auto read = host::readHostOptions(words, QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    std::signal(SIGPIPE, SIG_IGN); // the file of a rule may be a pipe whose reader goes away
    const Signals signals;
    host::Host host(std::get<host::HostOptions>(std::move(read)));
    QObject::connect(&signals, &Signals::asked, &host, &host::Host::stop);
    QObject::connect(&host, &host::Host::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    if (const QString fault = host.start(); !fault.isEmpty()) {
        host.reporter().fail(fault);
        return console::kFailure;
    }
    return QCoreApplication::exec();
}

} // namespace relay::client
