// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"

#include <chrono>

//! From text to value. Pure; nullopt is "not one of these", out of the range of 64 bits included.
namespace relay::config {

[[nodiscard]] std::optional<qint64> parseInteger(QStringView text);
[[nodiscard]] std::optional<qint64> parseSize(QStringView text); //!< bytes, never negative
//! Never negative. Fractions as Go takes them: "1.5h".
[[nodiscard]] std::optional<std::chrono::nanoseconds> parseDuration(QStringView text);
[[nodiscard]] std::optional<bool> parseBoolean(QStringView text);

//! What a value of the option must be, when the text is none; else empty.
[[nodiscard]] QString refusalOf(const OptionSpec &option, const QString &text);

} // namespace relay::config
