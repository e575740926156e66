// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/retry/backoff.h"

namespace relay::client::session {

//! Why there is no connection now, as far as it matters for when to try again.
struct Setback
{
    std::chrono::milliseconds lived { 0 }; //!< of a connection on which something was heard; else 0
    std::chrono::seconds retryAfter { 0 }; //!< 0: the server named no time
    bool isRefusal = false;                //!< the server lives and does not want us
};

/*!
 * When to try again: after 1 to 10 s, left to chance, and sooner after a connection that lived than after one that did
 * not; never before the time that a server names; after a refusal, which time alone does not mend, 5 to 10 s. Pure.
 */
class RetryPlan
{
public:
    static constexpr std::chrono::milliseconds kGoodLife { 5000 };

    //! `chance` in [0, 1) comes from the caller.
    [[nodiscard]] std::chrono::milliseconds next(const Setback &setback, double chance);

private:
    Backoff m_backoff;
};

} // namespace relay::client::session
