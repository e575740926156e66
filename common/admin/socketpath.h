// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! Where the admin socket is: one order of places for relayd, `relay admin` and the dashboard. Pure but for findSockets.
namespace relay::admin {

//! What the choice depends on; taken from the process once, given by hand in tests.
struct SocketEnvironment
{
    QString overridePath;     //!< RELAY_ADMIN_SOCKET
    QString serviceDirectory; //!< RUNTIME_DIRECTORY, which systemd sets for a service
    QString runtimeDirectory; //!< XDG_RUNTIME_DIR
    QString homeDirectory;
    bool isRoot = false;

    [[nodiscard]] static SocketEnvironment ofProcess();
};

//! Where a relayd puts its socket when nobody says where.
[[nodiscard]] QString defaultSocketPath(const SocketEnvironment &environment);

//! Where a client looks, first match first. Only the override when there is one.
[[nodiscard]] QStringList socketCandidates(const SocketEnvironment &environment);

//! Sockets that exist in those places, `admin.sock` before `admin-<name>.sock`. Nobody need be listening on them.
[[nodiscard]] QStringList findSockets(const SocketEnvironment &environment);

//! Longest path that fits a unix socket address, bytes.
inline constexpr qsizetype kMaxSocketPath = 107;

} // namespace relay::admin
