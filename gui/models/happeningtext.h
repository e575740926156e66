// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace relay::gui {

/*!
 * What an event of relayd says, in the window's language: made of its code and its data (docs/admin-figures.md), with
 * addresses as they are to be shown. `fallback` is the relay's own sentence, for a code or data of a newer relayd, and of an
 * older one whose data says less. Pure but for the language.
 */
[[nodiscard]] QString happeningText(const QString &code, const QJsonObject &data, const QString &fallback);

} // namespace relay::gui
