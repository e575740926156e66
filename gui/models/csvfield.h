// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace relay::gui {

/*!
 * A text as one field of a CSV file (RFC 4180), UTF-8, in quotes where it needs them. What peers and people call
 * themselves must not become a formula in a spreadsheet: such a text gets an apostrophe in front.
 */
[[nodiscard]] QByteArray csvField(QString text);

} // namespace relay::gui
