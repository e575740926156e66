// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

//! Bytes as people read them. Pure.
namespace relay::gui::tap {

inline constexpr int kHexBytesPerLine = 16;

//! "00000010  7b 22 61 …  |{"a…|", one line for each 16 bytes; what is no ASCII is a dot.
[[nodiscard]] QString hexDump(QByteArrayView bytes);

/*!
 * UTF-8 as text with its line ends; control characters and what is no UTF-8 are shown by their pictures or as U+FFFD, so
 * that nothing acts on the view. A character that is cut at the end is left out.
 */
[[nodiscard]] QString plainText(QByteArrayView bytes);

} // namespace relay::gui::tap
