// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::gui {

/*!
 * How well `text` (and, less, `more`) answers to `query`: every word of the query must be in one of them, whatever the
 * case. -1: not at all; else the smaller the better: begins with it, a word of it begins with it, holds it, `more` does.
 */
[[nodiscard]] int matchRank(const QString &query, const QString &text, const QString &more = {});

} // namespace relay::gui
