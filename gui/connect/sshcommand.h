// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connect/place.h"

namespace relay::gui {

/*!
 * Arguments with which ssh puts the socket of a remote relay at `localSocket`, asks nothing, and ends when it cannot.
 * Its own configuration holds, so that aliases and jump hosts work; only what this depends on is fixed. Pure.
 * `place` must have no problem(); a local one has no arguments.
 */
[[nodiscard]] QStringList sshArguments(const Place &place, const QString &localSocket);

} // namespace relay::gui
