// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/pipecommand.h"

#include "client/app/signals.h"
#include "client/pipe/sendpipe.h"
#include "client/pipe/watchpipe.h"
#include "common/config/load.h"

#include <QCoreApplication>

#include <csignal>

#include <unistd.h>

namespace relay::client {

namespace {

template<typename Pipe>
int run(pipe::Direction direction, const QStringList &words, int descriptor)
{
    auto read = pipe::readPipeOptions(direction, words, QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    std::signal(SIGPIPE, SIG_IGN); // whoever reads may go away: that is an end, not a fault
    const Signals signals;
    Pipe pipe(std::get<pipe::PipeOptions>(read), descriptor);
    QObject::connect(&signals, &Signals::asked, &pipe, &Pipe::stop);
    QObject::connect(&pipe, &Pipe::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&pipe, &Pipe::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runSend(const QStringList &words)
{
    return run<pipe::SendPipe>(pipe::Direction::Send, words, STDIN_FILENO);
}

int runWatch(const QStringList &words)
{
    return run<pipe::WatchPipe>(pipe::Direction::Watch, words, STDOUT_FILENO);
}

} // namespace relay::client
