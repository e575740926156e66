// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/figures.h"
#include "client/monitor/monitoroptions.h"

namespace relay::client::monitor {

/*!
 * The figures in the text format of Prometheus, labelled with node, audience and topic. Names that the monitors before
 * this one had mean the same. misses: in a row, now. Pure.
 */
[[nodiscard]] QByteArray metricsText(const Figures &figures, const Identity &identity, int misses, bool isConnected);

} // namespace relay::client::monitor
