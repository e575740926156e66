// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"
#include "common/topic/kind.h"

#include <optional>

namespace relay::app {

inline constexpr QStringView kNoListener = u"none"; //!< --listen none

//! Every option that relayd has.
[[nodiscard]] config::OptionTable optionTable();

//! Those of topics and links.
[[nodiscard]] std::vector<config::OptionSpec> linkOptions();

//! "/out/lab-*=video"
[[nodiscard]] std::optional<topic::KindRule> parseKindRule(const QString &text);

} // namespace relay::app
