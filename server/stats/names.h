// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"

#include <QByteArrayView>

namespace relay::stats {

//! The words of the admin protocol and the statistics for these values.
[[nodiscard]] QByteArrayView nameOf(Role role);
using topic::nameOf; // of a kind
[[nodiscard]] QByteArrayView nameOf(Transport transport);

[[nodiscard]] bool publishes(Role role);  //!< counts among a topic's publishers
[[nodiscard]] bool subscribes(Role role); //!< counts among a topic's subscribers

} // namespace relay::stats
