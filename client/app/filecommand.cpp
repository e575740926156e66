// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/filecommand.h"

#include "client/app/console.h"
#include "client/app/signals.h"
#include "client/file/filesession.h"
#include "common/config/load.h"

#include <QCoreApplication>

namespace relay::client {

int runFile(const QStringList &words)
{
    auto read = file::readFileOptions(words, QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    const Signals signals(true);
    file::FileSession session(std::get<file::FileOptions>(read));
    QObject::connect(&signals, &Signals::asked, &session, &file::FileSession::stop);
    QObject::connect(&signals, &Signals::hungUp, &session, &file::FileSession::reopen);
    QObject::connect(&session, &file::FileSession::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    if (const QString fault = session.start(); !fault.isEmpty()) {
        console::error(fault);
        return console::kFailure;
    }
    return QCoreApplication::exec();
}

int runClient(const QStringList &words)
{
    if (words.value(0) == QLatin1String("file"))
        return runFile(words.mid(1));
    if (words.value(0) == QLatin1String("--help") || words.value(0) == QLatin1String("-h")) {
        console::out(
            QStringLiteral("Usage: relay client file [OPTIONS]\n"
                           "The former name of 'relay file', whose options and variables it takes.\n"
                           "Example: relay client file --session ws://127.0.0.1:9999/out/lab --file lab.log\n"));
        return console::kSuccess;
    }
    console::error(QStringLiteral("error: you must specify an interface e.g. file, or -h (help)"));
    return console::kUsage;
}

} // namespace relay::client
