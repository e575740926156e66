// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/tap.h"

#include <QJsonObject>
#include <QString>

//! What `relay admin tap` shows of a message. Pure.
namespace relay::client {

enum class TapForm { Auto, Hex, Text, Json, Mpegts };

[[nodiscard]] TapForm tapFormOf(const QString &name); //!< of hex, text, json, mpegts; else Auto

//! One line with when, who and how much, then the content: one line of text, or some that are indented.
[[nodiscard]] QString tapText(const TapMessage &message, TapForm form);
//! As the admin socket has it.
[[nodiscard]] QJsonObject tapObject(const TapMessage &message);

//! Lines of 16 bytes each: offset, hexadecimal, and what can be shown as a character.
[[nodiscard]] QString hexDump(const QByteArray &bytes);
//! A line for each packet, of whose heads of 8 bytes the text is made.
[[nodiscard]] QString packetLines(const QByteArray &heads);

} // namespace relay::client
