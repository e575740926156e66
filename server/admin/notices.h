// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "server/admin/arguments.h"
#include "server/admin/channel.h"

#include <memory>
#include <optional>
#include <variant>

namespace relay::admin {

struct Shared;

/*!
 * The channel for a stream of the chronicle, which tells things one by one as they come: events, audit, alerts. No value: the
 * stream is none of these.
 */
[[nodiscard]] std::optional<std::variant<std::unique_ptr<Channel>, Error>> makeNotices(const QString &name,
                                                                                       const QString &stream,
                                                                                       const Arguments &arguments,
                                                                                       const Shared &shared);

} // namespace relay::admin
