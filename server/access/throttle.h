// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <cstdint>

namespace relay::access {

/*!
 * How often an address failed lately: so many failures a minute are forgiven, one more each time that a part of the
 * minute has passed. Remembers no more than kMaxAddresses; when there are more, those that failed longest ago are
 * forgotten, which whoever guesses from so many addresses gains nothing by. Not thread-safe.
 */
class Throttle
{
public:
    static constexpr int kMaxAddresses = 10'000;

    //! perMinute 0: nobody is ever held up. nowMs: monotonic.
    [[nodiscard]] bool isHeldUp(const QHostAddress &address, int perMinute, std::int64_t nowMs) const;
    void failed(const QHostAddress &address, int perMinute, std::int64_t nowMs);
    [[nodiscard]] qsizetype size() const { return m_failures.size(); }

private:
    // The moment at which all failures will be forgiven: each one moves it on by its share of the minute.
    QHash<QHostAddress, std::int64_t> m_failures;
};

} // namespace relay::access
