// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/protocol.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace relay::admin {

//! What a relayd tells about itself.
struct ServerInfo
{
    QString name = QStringLiteral("relayd");
    QString version;
    QString epoch;              //!< different in every run: ids of connections are unique within it
    std::int64_t startedAt = 0; //!< ms since the epoch
    std::int64_t pid = 0;
    int workers = 1;
    QStringList listening; //!< "ws://127.0.0.1:9999"
    QString sender;        //!< how batches are sent: "send", later "io_uring"
    bool isOpen = true;    //!< no secret: everybody may connect
    QString audience;      //!< of the tokens, in secured mode
    int maxConnections = 0;
    std::uint64_t memoryCeiling = 0; //!< bytes that so many readers can take, however slow

    [[nodiscard]] QLatin1String mode() const { return isOpen ? kOpenMode : kSecuredMode; }
};

//! An info with pid, start time and a fresh epoch filled in.
[[nodiscard]] ServerInfo makeServerInfo(const QString &version);

} // namespace relay::admin
