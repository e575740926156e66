// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace relay::web {

//! A page or file that relayd carries in itself.
struct Asset
{
    QByteArray body;
    QByteArray contentType;
    QByteArray extraHeaders; //!< whole lines with CRLF: Content-Security-Policy, Cache-Control and the like
};

/*!
 * What a GET of this decoded path shows: "/", "/stats", "/watch", "/watch/<topic>", "/data", "/data/<topic>", "/docs",
 * "/openapi.yaml", "/assets/...", "/favicon.ico"; nothing for any other path. Any thread; the bodies are shared, never copied.
 */
[[nodiscard]] std::optional<Asset> find(QByteArrayView path);

} // namespace relay::web
