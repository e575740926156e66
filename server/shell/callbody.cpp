// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/callbody.h"

#include "common/shell/protocol.h"
#include "common/token/jsonkeys.h"
#include "common/token/strictjson.h"

namespace relay::shell {

std::variant<CallBody, QString> parseCallBody(QByteArrayView body)
{
    if (body.trimmed().isEmpty())
        return CallBody {};
    const auto object = token::strictObject(body);
    if (!object || token::hasRepeatedKey(body))
        return QStringLiteral("the body is not a JSON object");
    for (const char *name : { "resume", "target" }) {
        const QJsonValue value = object->value(QLatin1String(name));
        if (!value.isUndefined() && !value.isString())
            return QStringLiteral("%1 in the body must be a string").arg(QLatin1String(name));
    }
    const QJsonValue version = object->value(QLatin1String("version"));
    if (!version.isUndefined() && !version.isDouble())
        return QStringLiteral("version in the body must be a number");
    const CallBody call { object->value(QLatin1String("resume")).toString().toUtf8(),
                          object->value(QLatin1String("target")).toString().toUtf8() };
    if (object->contains(QLatin1String("resume")) && !isResumeId(call.resume))
        return QStringLiteral("resume in the body must be 22 to 64 letters, digits, - or _");
    if (object->contains(QLatin1String("target")) && !isTargetName(call.target))
        return QStringLiteral("target in the body must be 1 to 64 letters, digits, dots, - or _");
    return call;
}

} // namespace relay::shell
