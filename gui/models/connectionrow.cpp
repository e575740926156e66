// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectionrow.h"

#include <algorithm>

namespace relay::gui {

bool isSameConnection(const client::Connection &a, const client::Connection &b)
{
    return a.id == b.id && a.openedAt == b.openedAt && a.topic == b.topic;
}

void ConnectionRow::update(const client::Connection &now)
{
    connection = now;
}

void ConnectionRow::sample(double offered)
{
    constexpr double kHeadroom = 1.2;
    const double rate = std::max(connection.inRate, connection.outRate);
    spark.push(static_cast<float>(rate));
    drops.push(connection.dropped);
    dropRate = drops.size() < 2 ? 0 : static_cast<double>(drops.last() - drops.first()) / (drops.size() - 1);
    const bool reads = connection.outRate >= connection.inRate;
    sparkScale = static_cast<float>((reads && offered > 0 ? offered : rate) * kHeadroom);
    for (int i = 0; i < spark.size(); ++i)
        sparkScale = std::max(sparkScale, spark.at(i));
}

void ConnectionRow::judgeAt(qint64 now)
{
    status = leavesAt != 0 ? Status::Kicked : judge(connection, now, memory);
}

} // namespace relay::gui
