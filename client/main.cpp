// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/program.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELAY_VERSION));
    return relay::client::runProgram(QCoreApplication::arguments());
}
