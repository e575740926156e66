// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/serverinfo.h"

#include <QDateTime>
#include <QUuid>

#include <unistd.h>

namespace relay::admin {

ServerInfo makeServerInfo(const QString &version)
{
    ServerInfo info;
    info.version = version;
    info.epoch = QUuid::createUuid().toString(QUuid::WithoutBraces);
    info.startedAt = QDateTime::currentMSecsSinceEpoch();
    info.pid = ::getpid();
    return info;
}

} // namespace relay::admin
