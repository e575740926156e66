// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/folding.h"
#include "gui/graph/healthbook.h"

#include <QVector>

#include <functional>

namespace relay::gui::graph {

//! A topic with everybody on it.
struct TopicGroup
{
    client::Topic topic;
    QString label;
    QString experiment;
    QVector<Member> publishers; //!< by address and id
    QVector<Member> readers;    //!< as they come: folding sorts them

    [[nodiscard]] bool isTroubled() const;
};

using TopicFilter = std::function<bool(const client::Topic &)>;

//! Everything the mirror knows, by topic, in natural order of the topics' labels.
[[nodiscard]] QVector<TopicGroup> groupByTopic(const client::Mirror &mirror, const HealthBook &health,
                                               const QString &onlyTopic, const TopicFilter &filter);

//! Puts `from`'s people and rates into `into`.
void merge(TopicGroup &into, const TopicGroup &from);

} // namespace relay::gui::graph
