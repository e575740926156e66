// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connect/sshcommand.h"

namespace relay::gui {

namespace {

//! One end of -L: a colon would end it, a percent sign would be one of ssh's own words.
QString escaped(QString path)
{
    path.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    path.replace(QLatin1Char(':'), QStringLiteral("\\:"));
    return path.replace(QLatin1Char('%'), QStringLiteral("%%"));
}

} // namespace

QStringList sshArguments(const Place &place, const QString &localSocket)
{
    if (!place.isRemote())
        return {};
    QStringList arguments { QStringLiteral("-N"), QStringLiteral("-T") };
    for (const char *option : {
             "BatchMode=yes", // nobody is there to answer: a key from the agent or a file, a known host, or an error
             "ExitOnForwardFailure=yes",
             "StreamLocalBindUnlink=yes",
             "StreamLocalBindMask=0177",
             "ConnectTimeout=10",
             "ServerAliveInterval=5", // a host that is gone is noticed within 15 s
             "ServerAliveCountMax=3",
             "ControlMaster=no", // our own process, which ends with us, and not a shared one that stays
             "ControlPath=none",
             "PermitLocalCommand=no",
             "ForwardAgent=no",
             "ForwardX11=no",
             "Tunnel=no",
         })
        arguments << QStringLiteral("-o") << QString::fromLatin1(option);
    if (!place.user.isEmpty())
        arguments << QStringLiteral("-l") << place.user;
    if (place.port != 0)
        arguments << QStringLiteral("-p") << QString::number(place.port);
    if (!place.keyFile.isEmpty())
        arguments << QStringLiteral("-i") << place.keyFile;
    const QString there = place.socketPath.isEmpty() ? serviceSocket() : place.socketPath;
    arguments << QStringLiteral("-L") << escaped(localSocket) + QLatin1Char(':') + escaped(there);
    return arguments << QStringLiteral("--") << place.host;
}

} // namespace relay::gui
