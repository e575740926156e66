// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connect/sshwords.h"

#include <QCoreApplication>

namespace relay::gui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SshWords)
};

//! The last line that is not a mere consequence of the one before.
QString lastLine(const QString &said)
{
    QString last;
    const QStringList lines = said.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines)
        if (!line.trimmed().isEmpty() && !line.startsWith(QStringLiteral("Warning: Permanently added")))
            last = line.trimmed();
    return last;
}

} // namespace

QString sshByHand(const Place &place)
{
    QString command = QStringLiteral("ssh ");
    if (place.port != 0)
        command += QStringLiteral("-p %1 ").arg(place.port);
    if (!place.user.isEmpty())
        command += place.user + QLatin1Char('@');
    return command + place.host;
}

bool hasNoSocketThere(const QString &said)
{
    return said.contains(QStringLiteral("open failed"));
}

QString sshFailure(const Place &place, const QString &said)
{
    const auto has = [&said](const char *words) { return said.contains(QLatin1String(words)); };
    const QString socket = place.socketPath.isEmpty() ? serviceSocket() : place.socketPath;
    if (has("REMOTE HOST IDENTIFICATION HAS CHANGED"))
        return Words::tr(
                   "%1 shows another host key than the one that ssh knows: it was installed anew, or another computer answers in its place. Find out which before you remove the old key (ssh-keygen -R).")
            .arg(place.host);
    if (has("Host key verification failed"))
        return Words::tr(
                   "ssh does not know the host key of %1 yet. Run \"%2\" once in a terminal and compare the key that it shows.")
            .arg(place.host, sshByHand(place));
    if (has("Could not resolve hostname"))
        return Words::tr("There is no host %1, or its name cannot be looked up now. Check the name.").arg(place.host);
    if (has("Permission denied (") || has("Too many authentication failures"))
        return Words::tr(
                   "%1 took none of your keys. Put the right one into the agent (ssh-add), or name its file; \"%2\" must work without a question.")
            .arg(place.host, sshByHand(place));
    if (has("administratively prohibited"))
        return Words::tr(
                   "The ssh server of %1 does not let its users reach sockets: it needs AllowStreamLocalForwarding yes.")
            .arg(place.host);
    if (hasNoSocketThere(said))
        return Words::tr(
                   "%1 let you in, but its socket %2 cannot be opened: no relayd runs there, it has its socket elsewhere, or you may not open it (group relay-admin).")
            .arg(place.host, socket);
    if (has("Connection refused"))
        return Words::tr("%1 takes no ssh connections at this port. Check host and port.").arg(place.host);
    if (has("Connection timed out") || has("timed out during banner exchange") || has("No route to host")
        || has("Network is unreachable"))
        return Words::tr("%1 does not answer. Check the name and whether the network leads there.").arg(place.host);
    const QString last = lastLine(said);
    if (last.isEmpty())
        return Words::tr("The ssh connection to %1 ended.").arg(place.host);
    return Words::tr("ssh to %1 says: %2").arg(place.host, last);
}

} // namespace relay::gui
