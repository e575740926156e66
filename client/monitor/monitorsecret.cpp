// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitorsecret.h"

#include <QFileInfo>

namespace relay::client::monitor {

std::variant<relay::token::Secret, QString> secretOf(const config::Settings &settings,
                                                     const QProcessEnvironment &environment)
{
    const QString variable = u"RELAY_MONITOR_SECRET"_qs;
    if (settings.isSet(u"secret") && settings.isSet(u"secret-file"))
        return QStringLiteral("there is both a %1 and a file with a secret; give one of them").arg(variable);
    if (settings.isSet(u"secret-file"))
        return relay::token::readSecret(settings.text(u"secret-file"));
    if (settings.isSet(u"secret")) {
        const QString text = settings.text(u"secret");
        // A secret is bytes, and those that are no UTF-8 are lost in a text.
        return relay::token::checkSecret(
            text.contains(QChar::ReplacementCharacter) ? qgetenv(variable.toLatin1().constData()) : text.toUtf8(),
            variable);
    }
    const QString directory = environment.value(u"CREDENTIALS_DIRECTORY"_qs);
    const QString credential = directory + u"/relay-secret";
    if (!directory.isEmpty() && QFileInfo::exists(credential))
        return relay::token::readSecret(credential);
    return u"the audience wants a secret: give --secret-file or RELAY_MONITOR_SECRET"_qs;
}

} // namespace relay::client::monitor
