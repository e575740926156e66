// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/program.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

//! Qt waits at the end for names that are still being looked up, which takes half a minute where no server answers.
void endWithin(std::chrono::milliseconds patience, int code)
{
    std::fflush(nullptr);
    std::thread([patience, code] {
        std::this_thread::sleep_for(patience);
        std::_Exit(code);
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
    // glib's loop writes to itself and reads it again for each message that is sent: a third of the time on its way.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELAY_VERSION));
    const int code = relay::client::runProgram(QCoreApplication::arguments());
    endWithin(std::chrono::seconds(2), code);
    return code;
}
