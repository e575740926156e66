// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/forwarded.h"
#include "server/front/route.h"

#include <memory>
#include <mutex>
#include <vector>

namespace relay::front {

//! What requests are judged by and what may change while the relay runs.
struct Terms
{
    Policy policy;
    std::vector<Network> trustedProxies; //!< whose word on addresses is taken
};

//! The terms in force: replaced as a whole, so that no request is judged by some of the old and some of the new. Any thread.
class TermsInForce
{
public:
    explicit TermsInForce(Terms terms)
        : m_terms(std::make_shared<const Terms>(std::move(terms)))
    {
    }

    [[nodiscard]] std::shared_ptr<const Terms> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_terms;
    }
    void set(Terms terms)
    {
        auto next = std::make_shared<const Terms>(std::move(terms));
        const std::lock_guard lock(m_mutex);
        m_terms.swap(next);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Terms> m_terms; // never null
};

} // namespace relay::front
