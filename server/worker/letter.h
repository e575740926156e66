// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/kind.h"
#include "server/hub/batch.h"
#include "server/worker/arrival.h"

#include <QByteArray>

#include <functional>
#include <variant>

//! What is put into a worker's mailbox.
namespace relay::worker {

//! To an outlet of a topic: the topic's messages of one pass of its own worker.
struct HandedOn
{
    QByteArray topic;
    topic::Kind kind = topic::Kind::Data;
    hub::SharedBatchPtr batch;
};

//! Back from an outlet: one of the readers that it was given has gone.
struct OutletReaderLeft
{
    QByteArray topic;
    int outlet = 0; //!< worker
};

struct ShutDown
{
};

//! Something to be done on the worker's thread, between two passes.
using Call = std::function<void()>;

//! The thread of the worker ends.
struct Quit
{
};

using Letter = std::variant<Arrival, HandedOn, OutletReaderLeft, ShutDown, Call, Quit>;

} // namespace relay::worker
