// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/token/claims.h"
#include "server/access/refusal.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace relay::shell {

//! The host that is none: who has the scope stats gets figures there.
inline constexpr char kStatsHost[] = "stats";

struct Misfit
{
    access::Reason reason = access::Reason::WrongTopic;
    QString text; //!< the sentences that clients of the existing servers know
};

//! Why a token that is good is not good for this host; nothing: it is. Pure.
[[nodiscard]] std::optional<Misfit> misfitOf(const token::Claims &claims, QByteArrayView host);

} // namespace relay::shell
