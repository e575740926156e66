// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/admin/fakes.h"

#include <utility>
#include <vector>

//! A bench that goes on as relayd does while orders are carried out bit by bit.
namespace relay::tests {

inline void fill(Bench &bench, int count, const QByteArray &topic = "/a")
{
    for (int id = 1; id <= count; ++id)
        bench.ledger.apply(opened(factsOf(stats::ConnectionId(id), topic)));
}

//! As the workers do with the orders that they have by now.
inline void obey(Bench &bench)
{
    for (const auto &order : std::exchange(bench.control.orders, {}))
        order.done(true);
    QCoreApplication::processEvents();
}

//! The clock goes on in the beats of the server.
inline void run(Bench &bench, int milliseconds, std::vector<stats::ConnectionId> *ordered = nullptr)
{
    for (int past = 0; past < milliseconds; past += 125) {
        bench.advance(125);
        bench.jobs.advance(bench.now);
        bench.taps.advance(bench.now);
        bench.drain.advance(bench.now);
        for (const auto &order : bench.control.orders) {
            if (ordered)
                ordered->push_back(order.id);
        }
        obey(bench);
    }
}

} // namespace relay::tests
