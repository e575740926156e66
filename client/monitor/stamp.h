// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

//! relay monitor: whether messages get through a relay, and how long they take.
namespace relay::client::monitor {

//! When a message was sent, in ns since the epoch; each of ours has another one, by which it is known again.
using Stamp = std::uint64_t;

//! The payload of a message: the stamp as 8 bytes, the highest first, as monitors have always sent it.
[[nodiscard]] QByteArray payloadOf(Stamp stamp);

//! Nothing when it is not 8 bytes long.
[[nodiscard]] std::optional<Stamp> stampIn(const QByteArray &payload);

} // namespace relay::client::monitor
