// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/peer.h"

#include <algorithm>
#include <cerrno>

#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef SO_PEERGROUPS
#define SO_PEERGROUPS 59
#endif

namespace relay::admin {

namespace {

std::vector<gid_t> readPeerGroups(int descriptor)
{
    socklen_t length = 0;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, nullptr, &length) == 0 || errno != ERANGE)
        return {};
    std::vector<gid_t> groups(length / sizeof(gid_t));
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &length) != 0)
        return {};
    groups.resize(length / sizeof(gid_t));
    return groups;
}

bool isMember(const PeerCredentials &peer, gid_t group)
{
    return peer.gid == group || std::find(peer.groups.begin(), peer.groups.end(), group) != peer.groups.end();
}

bool fits(const RoleRule &rule, const PeerCredentials &peer)
{
    return rule.whom == RoleRule::Whom::User ? peer.uid == rule.id : isMember(peer, rule.id);
}

} // namespace

std::optional<PeerCredentials> readPeerCredentials(int descriptor)
{
    ucred credentials {};
    socklen_t length = sizeof credentials;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0)
        return std::nullopt;
    return PeerCredentials { credentials.pid, credentials.uid, credentials.gid, readPeerGroups(descriptor) };
}

RolePolicy policyOfProcess()
{
    RolePolicy policy { ::geteuid(), std::nullopt, {} };
    if (const group *entry = ::getgrnam(kOperatorGroup))
        policy.operatorGroup = entry->gr_gid;
    return policy;
}

std::optional<Role> roleFor(const PeerCredentials &peer, const RolePolicy &policy)
{
    if (peer.uid == 0 || peer.uid == policy.serviceUser)
        return Role::Admin;
    std::optional<Role> role;
    if (policy.operatorGroup && isMember(peer, *policy.operatorGroup))
        role = Role::Operator;
    for (const RoleRule &rule : policy.rules) {
        if (fits(rule, peer) && (!role || *role < rule.role))
            role = rule.role;
    }
    return role;
}

QString userName(uid_t uid)
{
    const passwd *entry = ::getpwuid(uid);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(uid);
}

} // namespace relay::admin
