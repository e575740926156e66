// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/expansion.h"

#include <QProcess>
#include <QRegularExpression>

namespace relay::client::monitor {

QStringList wordsOf(const QString &command, const QProcessEnvironment &environment)
{
    static const QRegularExpression variable(u"\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*))"_qs);
    QString expanded;
    qsizetype done = 0;
    for (auto matches = variable.globalMatch(command); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        expanded += QStringView(command).sliced(done, match.capturedStart() - done);
        expanded += environment.value(match.captured(match.hasCaptured(1) ? 1 : 2));
        done = match.capturedEnd();
    }
    expanded += QStringView(command).sliced(done);
    return QProcess::splitCommand(expanded);
}

} // namespace relay::client::monitor
