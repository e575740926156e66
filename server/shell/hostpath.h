// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/address.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>

//! The paths of the relay of shells, those of 2021 among them.
namespace relay::shell {

inline constexpr QByteArrayView kConnect = "/connect/"; //!< websockets
inline constexpr QByteArrayView kShell = "/shell/";     //!< likewise, and the calls of 2021
inline constexpr QByteArrayView kCall = "/api/v1/connect/";

//! Which of them a path begins with as it was sent: an encoded slash ends nothing. Nothing: none.
[[nodiscard]] std::optional<QByteArrayView> startOfWebsocket(QByteArrayView rawPath);
[[nodiscard]] std::optional<QByteArrayView> startOfCall(QByteArrayView rawPath);

//! The host behind the start of a call: one segment, of what topics are made of.
[[nodiscard]] std::variant<QByteArray, topic::Refusal> parseHost(QByteArrayView rawHost);

//! The host in a topic: "spin30" of "spin30/<uuid>".
[[nodiscard]] QByteArray hostOf(const QByteArray &topic);

//! How the topic of a host, or of one of its shells, is called inside: no session and no free topic can have that name.
[[nodiscard]] QByteArray innerTopic(const QByteArray &topic);

} // namespace relay::shell
