// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"

#include <QString>

/*!
 * The likely culprit behind a connection, worked out from its route. The first rule that fits speaks; none fits: the
 * window says nothing, because a guess would be worse.
 */
namespace relay::gui::graph {

enum class Culprit {
    Unknown,
    NobodyPublishes, //!< a reader of a topic without publishers
    PublisherSilent,
    PublisherSlowed,
    Everybody, //!< over half of the topic's readers are in trouble
    Network,   //!< several readers in trouble behind one network
    OwnLine,   //!< this reader: most others of the topic keep up
};

struct Verdict
{
    Culprit culprit = Culprit::Unknown;
    int troubled = 0;               //!< readers in trouble: of the topic, or of the network
    int readers = 0;                //!< of the topic
    int keepingUp = 0;              //!< other readers of the topic without trouble
    bool isPublisherSteady = false; //!< false: not known
    QString network;
};

[[nodiscard]] Verdict judgeRoute(const client::Mirror &mirror, const HealthBook &health,
                                 const client::Connection &selected);

//! The verdict in words, as rich text with the culprit in bold; empty for Unknown.
[[nodiscard]] QString sentence(const Verdict &verdict);

} // namespace relay::gui::graph
