// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/alertboard.h"
#include "server/admin/vitals.h"
#include "server/stats/ledger.h"

namespace relay::admin {

/*!
 * The values that alerts are about, as they are now. What costs a walk over all connections is done only when a rule
 * needs it. Pure but for the sum that it remembers.
 */
class Measures
{
public:
    explicit Measures(const stats::Ledger &ledger);

    [[nodiscard]] AlertBoard::Measures take(const AlertBoard &board, const Vitals &vitals, const Moment &now);

private:
    const stats::Ledger &m_ledger;
    std::uint64_t m_dropped = 0;
    std::int64_t m_at = 0; //!< steady ms of the last look; 0: none
};

} // namespace relay::admin
