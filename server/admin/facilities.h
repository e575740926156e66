// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace relay::admin {

//! What came of reading the configuration again.
struct Reloaded
{
    bool isDone = false; //!< false: everything stays as it was
    QStringList said;    //!< sentences
};

/*!
 * What the rest of a relayd does for its admin socket. config and reload are called on the observers' thread and call back on
 * any; none: that cannot be had.
 */
struct Facilities
{
    std::vector<topic::KindRule> kinds = {};                          //!< those of --topic-kind
    bool endsSlowReaders = false;                                     //!< of data, instead of dropping messages
    bool hasOpenTopics = true;                                        //!< there are topics that need no token
    std::function<bool()> opensSessions = {};                         //!< none: tokens do; any thread
    std::function<void(std::function<void(QJsonArray)>)> config = {}; //!< each option as {name, value, from}
    std::function<void(std::function<void(Reloaded)>)> reload = {};
};

} // namespace relay::admin
