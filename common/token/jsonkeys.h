// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace relay::token {

/*!
 * Whether the outermost object of valid JSON names something twice, which parsers read differently. Names are compared
 * as they are written; one with an escape in it counts as a repetition, since no header needs any. Pure.
 */
[[nodiscard]] bool hasRepeatedKey(QByteArrayView json);

} // namespace relay::token
