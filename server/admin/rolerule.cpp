// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/rolerule.h"

#include <optional>

#include <grp.h>
#include <pwd.h>

namespace relay::admin {

namespace {

std::optional<Role> roleOf(const QString &name)
{
    for (const Role role : { Role::Viewer, Role::Tap, Role::Operator, Role::Admin }) {
        if (name == kRoleNames.at(std::size_t(role)))
            return role;
    }
    return std::nullopt;
}

std::optional<id_t> idOf(RoleRule::Whom whom, const QString &name)
{
    bool isNumber = false;
    const uint number = name.toUInt(&isNumber);
    if (isNumber && number != uint(-1)) // which means nobody
        return id_t(number);
    const QByteArray local = name.toLocal8Bit();
    if (whom == RoleRule::Whom::User) {
        const passwd *entry = ::getpwnam(local.constData());
        return entry ? std::optional(id_t(entry->pw_uid)) : std::nullopt;
    }
    const group *entry = ::getgrnam(local.constData());
    return entry ? std::optional(id_t(entry->gr_gid)) : std::nullopt;
}

} // namespace

std::variant<RoleRule, QString> parseRoleRule(const QString &text)
{
    const QString form
        = QStringLiteral("must be ROLE=user:NAME or ROLE=group:NAME with a role of viewer, tap, operator, admin");
    const qsizetype sign = text.indexOf(QLatin1Char('='));
    const qsizetype colon = text.indexOf(QLatin1Char(':'), sign + 1);
    if (sign < 0 || colon < 0 || colon + 1 == text.size())
        return form;
    const auto role = roleOf(text.left(sign).trimmed());
    const QString kind = text.mid(sign + 1, colon - sign - 1).trimmed();
    const QString name = text.mid(colon + 1).trimmed();
    if (!role || (kind != QLatin1String("user") && kind != QLatin1String("group")))
        return form;
    const auto whom = kind == QLatin1String("user") ? RoleRule::Whom::User : RoleRule::Whom::Group;
    const auto id = idOf(whom, name);
    if (!id)
        return QStringLiteral("must name a %1 of this machine").arg(kind);
    return RoleRule { *role, whom, *id };
}

} // namespace relay::admin
