// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/greeting.h"

#include <QJsonArray>

namespace relay::client {

ServerHello readHello(const QJsonObject &params)
{
    const QJsonObject server = params.value(QLatin1String("server")).toObject();
    const QJsonObject auth = params.value(QLatin1String("auth")).toObject();
    ServerHello hello;
    hello.name = server.value(QLatin1String("name")).toString();
    hello.version = server.value(QLatin1String("version")).toString();
    hello.epoch = server.value(QLatin1String("epoch")).toString();
    hello.startedAt = server.value(QLatin1String("startedAt")).toInteger();
    hello.pid = server.value(QLatin1String("pid")).toInteger();
    hello.mode = server.value(QLatin1String("mode")).toString();
    hello.user = auth.value(QLatin1String("user")).toString();
    if (hello.user.isEmpty())
        hello.user = QString::number(auth.value(QLatin1String("uid")).toInteger());
    hello.role = auth.value(QLatin1String("role")).toString();
    const QJsonArray features = params.value(QLatin1String("features")).toArray();
    for (const QJsonValue &feature : features)
        hello.features << feature.toString();
    hello.maxTaps = params.value(QLatin1String("limits")).toObject().value(QLatin1String("maxTaps")).toInt();
    return hello;
}

} // namespace relay::client
