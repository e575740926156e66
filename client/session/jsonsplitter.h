// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace relay::client::session {

/*!
 * Takes apart JSON values that a server of before glued together into one message: "[1][2]" gives two. What is one
 * value, or none at all, stays as it is. Pure.
 */
[[nodiscard]] QByteArrayList splitGluedJson(const QByteArray &text);

} // namespace relay::client::session
