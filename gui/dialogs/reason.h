// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::gui::dialogs {

inline constexpr int kReasonBytes = 123; //!< what a close frame holds (RFC 6455, 5.5 and 5.5.1)

//! The longest beginning of `text` whose UTF-8 fits, cut between characters.
[[nodiscard]] QString cutToBytes(const QString &text, int bytes);

} // namespace relay::gui::dialogs
