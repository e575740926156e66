// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/happeningfacts.h"

//! Sentences about what operators ordered and what came of it. Those of incomplete facts are not to be shown.
namespace relay::gui::happening {

[[nodiscard]] QString orderText(Facts &facts);
[[nodiscard]] QString jobText(Facts &facts);
[[nodiscard]] QString tapText(Facts &facts);

} // namespace relay::gui::happening
