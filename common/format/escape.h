// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! How text from outside is shown to people: one line, whatever is in it. Pure.
namespace relay::format {

//! Would end the line, move the cursor, or show the rest in another order than it is stored in: control characters,
//! line and paragraph separators, bidirectional overrides, surrogates.
[[nodiscard]] bool isHazardous(char32_t c);

//! Hazardous characters and backslashes become \n, \t, \\, \xNN or \u{NNNN}: the result is one line and cannot be
//! taken for anything else.
[[nodiscard]] QString escaped(QStringView text);

//! escaped() in double quotes, which are escaped, too.
[[nodiscard]] QString quoted(QStringView text);

} // namespace relay::format
