// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace relay::app {

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
};

//! "127.0.0.1:9999", "[::1]:9999", "localhost:9999", ":9999" (any address). Nothing if it is none of them.
[[nodiscard]] std::optional<Endpoint> parseEndpoint(const QString &text);

} // namespace relay::app
