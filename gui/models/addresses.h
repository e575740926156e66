// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/*!
 * How the window writes the addresses of peers: whole, or masked, as they are personal data. One switch for all of it,
 * like the locale of its figures: for what is shown, never for orders, sorting and filters. GUI thread.
 */
namespace relay::gui::addresses {

void setMasked(bool isMasked); //!< what is shown already has to be written anew by whoever asks for it
[[nodiscard]] bool areMasked();

//! An address, or a sentence with some in it, as it is to be shown: see addressmask.h.
[[nodiscard]] QString shown(const QString &text);

} // namespace relay::gui::addresses
