// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/rolerule.h"

#include <QString>

#include <optional>
#include <sys/types.h>
#include <vector>

//! Who is at the other end of a local socket, and what that one may do.
namespace relay::admin {

//! As the kernel says, at the time of the connect.
struct PeerCredentials
{
    pid_t pid = 0;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups; //!< supplementary
};

//! Who gets which role. Of several that fit the highest counts.
struct RolePolicy
{
    uid_t serviceUser = 0;              //!< is admin, as root is
    std::optional<gid_t> operatorGroup; //!< the group relay-admin, where there is one
    std::vector<RoleRule> rules = {};
};

struct Identity
{
    PeerCredentials credentials;
    QString user; //!< login name, or the number where there is none
    Role role = Role::Viewer;
};

inline constexpr char kOperatorGroup[] = "relay-admin";

[[nodiscard]] std::optional<PeerCredentials> readPeerCredentials(int descriptor);
[[nodiscard]] RolePolicy policyOfProcess();
//! No value: this peer is turned away.
[[nodiscard]] std::optional<Role> roleFor(const PeerCredentials &peer, const RolePolicy &policy);
[[nodiscard]] QString userName(uid_t uid);

} // namespace relay::admin
