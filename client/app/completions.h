// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/completion.h"

//! What a shell offers behind each sub-command of relay; the names are filled in by who lists them.
namespace relay::client {

[[nodiscard]] config::CompletedCommand sendCompletion();
[[nodiscard]] config::CompletedCommand watchCompletion();
[[nodiscard]] config::CompletedCommand hostCompletion();
[[nodiscard]] config::CompletedCommand fileCompletion();
[[nodiscard]] config::CompletedCommand clientCompletion();
[[nodiscard]] config::CompletedCommand monitorCompletion();
[[nodiscard]] config::CompletedCommand shellCompletion(); //!< with the options of both sides
[[nodiscard]] config::CompletedCommand tokenCompletion(); //!< with the options of all purposes

} // namespace relay::client
