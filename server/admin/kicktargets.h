// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/methods.h"
#include "server/admin/ordertarget.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

//! Whom a kick is about, as its arguments say.
namespace relay::admin {

struct KickTargets
{
    std::vector<stats::ConnectionId> ids; //!< live, or those that were named
    QString text;                         //!< for people: "connection 7", "booking b1", "everybody"
    OrderTarget target;                   //!< likewise, for programs
    bool isByFilter = false;
    bool isByBooking = false;
    std::optional<Error> fault = {}; //!< they make sense, and nobody is there, or others than expected
};

//! An error: the arguments make no sense.
[[nodiscard]] std::variant<KickTargets, Error> readKickTargets(const CallContext &context, Arguments &arguments);

//! What `dryRun` answers.
[[nodiscard]] QByteArray writeKickPreview(const stats::Ledger &ledger, const KickTargets &targets);

} // namespace relay::admin
