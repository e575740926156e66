// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace relay::topic {

//! Percent-decodes once (RFC 3986, 2.1); nothing when a `%` is not followed by two hexadecimal digits. `+` stays.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView raw);

} // namespace relay::topic
