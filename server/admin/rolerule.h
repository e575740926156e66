// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/protocol.h"

#include <QString>

#include <variant>

#include <sys/types.h>

namespace relay::admin {

//! Gives a role to a user, or to the members of a group.
struct RoleRule
{
    enum class Whom { User, Group };
    Role role = Role::Viewer;
    Whom whom = Whom::Group;
    id_t id = 0; //!< of the user or the group

    friend bool operator==(const RoleRule &, const RoleRule &) = default;
};

/*!
 * ROLE=user:NAME or ROLE=group:NAME, where ROLE is viewer, operator or admin and NAME may be a number. Looks names up in
 * the system's lists. On failure what it must be, as the end of a sentence: "must be ...".
 */
[[nodiscard]] std::variant<RoleRule, QString> parseRoleRule(const QString &text);

} // namespace relay::admin
