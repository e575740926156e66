// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/monitorcommand.h"

#include "client/app/console.h"
#include "client/app/signals.h"
#include "client/monitor/monitor.h"
#include "common/config/load.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace relay::client {

int runMonitor(const QStringList &words)
{
    auto read = monitor::readMonitorOptions(words, QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    const auto &options = std::get<monitor::MonitorOptions>(read);
    log::start(options.logLevel, options.logForm);
    const auto openLog = [file = options.logFile] {
        if (const QString fault = log::writeTo(file); !fault.isEmpty())
            qWarning().noquote() << fault;
    };
    openLog();
    for (const QString &warning : options.warnings)
        qWarning().noquote() << warning;
    const Signals signals(true);
    monitor::Monitor monitor(options);
    QObject::connect(&signals, &Signals::asked, &monitor, &monitor::Monitor::stop);
    QObject::connect(&signals, &Signals::hungUp, &monitor, openLog);
    QObject::connect(&monitor, &monitor::Monitor::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    if (const QString fault = monitor.start(); !fault.isEmpty()) {
        console::error(fault);
        return console::kFailure;
    }
    return QCoreApplication::exec();
}

} // namespace relay::client
