// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

//! What the graph reads from names. Pure; the same in every language, so that places do not depend on it.
namespace relay::gui::graph {

//! Below, at or above 0: numbers inside names count as numbers ("spin9" before "spin35"), case does not.
[[nodiscard]] int naturalCompare(QStringView a, QStringView b);

//! How people name a topic: "/out/demo" is "demo", "/bi/x" is "bi/x".
[[nodiscard]] QString topicLabel(const QString &topicId);

//! What belongs together on a bench: "spin35-st-video" and "spin35-st-data" are of "spin35".
[[nodiscard]] QString experimentOf(const QString &topicLabel);

//! Benches of one kind: "spin35" is of "spin". Never empty unless the name is.
[[nodiscard]] QString familyOf(const QString &experiment);

//! The relay tells address and port: "203.0.113.87:51234", "[2001:db8::1]:443"; this is the address alone.
[[nodiscard]] QString hostOf(const QString &address);

//! How a box names a peer: by its address; on loopback, where all have the same, with the port.
[[nodiscard]] QString peerLabel(const QString &address);

//! "203.0.113.0/24", "2001:db8:91::/48"; empty for loopback and for what is no address.
[[nodiscard]] QString networkOf(const QString &address);

} // namespace relay::gui::graph
