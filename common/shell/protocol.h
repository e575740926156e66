// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

//! The words that the relay of shells and its hosts and clients have in common: docs/shell-protocol.md. Pure.
namespace relay::shell {

//! The sub-protocol by which ends of ours know one another; hosts and clients of before offer none, or "null".
inline constexpr char kProtocol[] = "relay-shell.1";

//! The name of a session that is resumed, in UTF-8: [A-Za-z0-9_-]{22,64}, of which 22 have the 128 bits that it needs.
[[nodiscard]] bool isResumeId(QByteArrayView text);
//! The name of what a host lets clients reach, in UTF-8: [A-Za-z0-9._-]{1,64}.
[[nodiscard]] bool isTargetName(QByteArrayView text);

} // namespace relay::shell
