// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/routegraph.h"

#include <QVector>

//! Which readers of a topic get a box of their own and which are folded into one. Pure.
namespace relay::gui::graph {

struct FoldOptions
{
    int troubledShown = 3;  //!< readers in trouble that stand alone, worst first
    int healthyShown = 1;   //!< as many healthy ones need no folding
    quint64 alone = 0;      //!< this connection stands alone in any case
    bool isOneFold = false; //!< all that do not stand alone in one box, whatever they are, with few words
};

//! Somebody on a topic. The connection is the mirror's own: a graph of thousands is made often, and copies cost most of it.
struct Member
{
    const client::Connection *connection = nullptr;
    Status status = Status::Healthy;
    double dropRate = 0; //!< messages/s
};

//! The boxes of a topic's readers from above. `offered`: what the topic gets, bytes/s.
[[nodiscard]] QVector<Node> foldReaders(const client::Topic &topic, const QVector<Member> &readers, double offered,
                                        const FoldOptions &options);

//! What the topic gives to this reader, bytes/s: not what it sent itself.
[[nodiscard]] double offeredTo(const client::Connection &reader, double topicInRate);

} // namespace relay::gui::graph
