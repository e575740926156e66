// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/outcome.h"
#include "server/admin/peer.h"

namespace relay::admin {

//! An order somebody gave: what, to whom or what, and why.
struct AuditedOrder
{
    QString verb;   //!< "kick"
    QString target; //!< "booking b1"
    QString reason; //!< as the operator wrote it; may be empty
};

//! One line of the category relay.audit: who gave which order, and what came of it.
void audit(const Identity &who, const AuditedOrder &order, const Outcome &outcome);

} // namespace relay::admin
