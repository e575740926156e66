// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/folding.h"
#include "gui/graph/healthbook.h"

#include <QVector>

#include <functional>

namespace relay::gui::graph {

//! A topic with everybody on it. Good for as long as the mirror does not change.
struct TopicGroup
{
    client::Topic topic;
    QString label;
    QString experiment;
    QVector<Member> publishers; //!< by address and id
    QVector<Member> readers;    //!< as they come: folding sorts them

    [[nodiscard]] bool isTroubled() const;
};

using MemberFilter = std::function<bool(const client::Connection &, const Health &)>;

//! What of the mirror is wanted; what is empty wants everything.
struct GroupFilter
{
    QString onlyTopic;
    MemberFilter members; //!< a topic without any is left out; its publishers stay, so that a reader has a route
};

//! Everything wanted that the mirror knows, by topic, in natural order of the topics' labels.
[[nodiscard]] QVector<TopicGroup> groupByTopic(const client::Mirror &mirror, const HealthBook &health,
                                               const GroupFilter &filter);

//! Puts `from`'s people and rates into `into`.
void merge(TopicGroup &into, const TopicGroup &from);

} // namespace relay::gui::graph
