// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace relay::client::shell {

//! Where a TCP connection goes to, or is waited for.
struct Place
{
    QString host;
    quint16 port = 0;

    friend bool operator==(const Place &, const Place &) = default;
};

//! HOST:PORT, [IPv6]:PORT, or a port alone, which means that of `usualHost`; a port from 0 only where `mayBeAny`.
[[nodiscard]] std::optional<Place> parsePlace(const QString &text, const QString &usualHost, bool mayBeAny = false);
[[nodiscard]] QString textOf(const Place &place);

//! What clients may reach through a host: by name; the one without a name is for those that give none.
using Places = QHash<QString, Place>;

//! From entries HOST:PORT and NAME=HOST:PORT; else a sentence.
[[nodiscard]] std::variant<Places, QString> parsePlaces(const QStringList &entries);

} // namespace relay::client::shell
