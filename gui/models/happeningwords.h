// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/*!
 * The window's words for the stable ones of relayd: kinds of events, orders, reasons, and whom an order is about. What is not
 * known, as a newer relayd has it, stays as it is. Pure but for the language.
 */
namespace relay::gui::happening {

[[nodiscard]] QString kindWord(const QString &code);        //!< "slow-reader": "Slow reader"
[[nodiscard]] QString actionWord(const QString &action);    //!< "connections.kick": "Kick"
[[nodiscard]] QString refusalReason(const QString &reason); //!< "no_token": "no token"
[[nodiscard]] QString tapEnd(const QString &reason);        //!< "time": "its time was over"

//! "connection 17", with addresses as they are to be shown. `text` is the relay's own, for a kind that is not known.
[[nodiscard]] QString targetText(const QString &kind, const QString &name, const QString &text);

} // namespace relay::gui::happening
